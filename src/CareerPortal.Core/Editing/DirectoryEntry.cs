using CareerPortal.Directories;

namespace CareerPortal.Editing;

/// <summary>An entry of a directory with all that its page shows.</summary>
public sealed record DirectoryEntry
{
    public required DirectoryKind Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>The entry in the form of exchange files; nothing where it was deleted or merged.</summary>
    public string? Document { get; init; }

    /// <summary>Tells the state of the entry from every other.</summary>
    public string? State { get; init; }

    /// <summary>The entry that it was merged into.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What it said before, the newest first.</summary>
    public required IReadOnlyList<DirectoryPast> History { get; init; }

    public required IReadOnlyList<DirectoryUse> Uses { get; init; }

    public required bool MayChange { get; init; }

    public required bool MayDelete { get; init; }

    public required bool MayMerge { get; init; }
}
