namespace CareerPortal.Editing;

/// <summary>What a file may bring too much of.</summary>
public enum ImportFaultKind
{
    /// <summary>Items of a list.</summary>
    Items,

    /// <summary>Letters of a text.</summary>
    Letters,

    /// <summary>Kilobytes of the whole guide.</summary>
    Kilobytes,

    /// <summary>Texts that would wait for a choice.</summary>
    Conflicts,

    /// <summary>A value that cannot stand at its place.</summary>
    Value,
}
