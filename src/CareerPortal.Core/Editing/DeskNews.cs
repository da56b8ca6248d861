namespace CareerPortal.Editing;

/// <summary>What a mail of the workspace tells.</summary>
public enum DeskNews
{
    /// <summary>Something was submitted and waits for a reader.</summary>
    Submitted,
    Returned,
    Approved,
    Assigned,
}
