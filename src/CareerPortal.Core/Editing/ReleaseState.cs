namespace CareerPortal.Editing;

/// <summary>How far a release is.</summary>
public enum ReleaseState
{
    Preparing,
    InReview,
    Approved,
    Scheduled,
    Published,
    Cancelled,
}
