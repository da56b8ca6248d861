namespace CareerPortal.Editing;

/// <summary>What can be asked of a guide in the workspace.</summary>
public enum GuideAction
{
    /// <summary>Lists name it, its published revision can be read.</summary>
    See,

    /// <summary>Draft, history, comparisons, preview, comments and export of what is not published.</summary>
    ReadDraft,
    Edit,
    Comment,
    Submit,
    Share,
    Restore,
    Clone,
    Translate,
    Review,
    Publish,
    Withdraw,
    Assign,
}
