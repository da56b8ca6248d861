namespace CareerPortal.Editing;

/// <summary>A reviewer's mark on a field as it was.</summary>
public sealed class FieldMark
{
    public int Id { get; private set; }

    public required int GuideId { get; init; }

    public required string Path { get; init; }

    public required string ContentHash { get; init; }

    public required MarkKind Kind { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTime AtUtc { get; init; }
}
