namespace CareerPortal.Editing;

/// <summary>One edit of a draft, kept so that it can be undone and told to others who have the draft open.</summary>
public sealed class DraftEdit
{
    public const int PathMaxLength = 400;

    public long Id { get; private set; }

    public required int DraftId { get; init; }

    public required long Sequence { get; init; }

    public required Guid TabId { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTime AtUtc { get; init; }

    public required DraftEditKind Kind { get; init; }

    public required string Path { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public bool IsUndone { get; set; }
}
