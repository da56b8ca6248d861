namespace CareerPortal.Editing;

/// <summary>How large what is written may get: far more than any guide, far less than would stop the site.</summary>
internal static class DraftLimits
{
    public const int DocumentBytes = 2 * 1024 * 1024;
    public const int TextLength = 1024 * 1024;
    public const int Items = 2000;
    public const int Changes = 1000;

    /// <summary>Conflicts that wait; more have to be chosen between first.</summary>
    public const int Conflicts = 200;

    /// <summary>The edits of a draft that are kept to be undone and told.</summary>
    public const int Edits = 500;

    /// <summary>Tabs whose place another can take at once.</summary>
    public const int FormerTabs = 20;

    public const int EditDays = 30;
    public const int IdLength = 32;
}
