namespace CareerPortal.Editing;

/// <summary>How far a guide is, to choose by.</summary>
public enum GuideStage
{
    Published,
    Unpublished,
    Writing,
    InReview,
    Approved,
    Scheduled,
}
