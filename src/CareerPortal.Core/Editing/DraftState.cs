namespace CareerPortal.Editing;

/// <summary>How far a draft is on its way to readers.</summary>
public enum DraftState
{
    Writing,
    InReview,
    Approved,
    Scheduled,
}
