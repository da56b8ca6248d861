namespace CareerPortal.Editing;

/// <summary>What names an entry of a directory.</summary>
public enum DirectoryUseKind
{
    /// <summary>A guide that readers see.</summary>
    Guide,

    /// <summary>What is being written of a guide, or waits to be published.</summary>
    Draft,

    /// <summary>An entry of a directory.</summary>
    Entry,

    /// <summary>A parameter of a release that is not published yet.</summary>
    Release,
}
