using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>What an entry of a directory said after somebody changed it; written once.</summary>
public sealed class DirectoryChange : IWrittenOnce
{
    public const int CodeMaxLength = 100;

    public int Id { get; private set; }

    public required DirectoryKind Kind { get; init; }

    public required string Code { get; init; }

    public required int Number { get; init; }

    /// <summary>The entry in the form of exchange files; nothing where it was deleted.</summary>
    public string? Document { get; init; }

    public Guid? AccountId { get; init; }

    public string? Note { get; init; }

    public required DateTime AtUtc { get; init; }
}
