namespace CareerPortal.Editing;

/// <summary>How a text of a translation stands to its original.</summary>
public enum TranslationFieldState
{
    /// <summary>Nothing stands there yet.</summary>
    Missing,

    /// <summary>The original has changed since somebody held the text against it, or nobody ever did.</summary>
    Older,
    UpToDate,
}
