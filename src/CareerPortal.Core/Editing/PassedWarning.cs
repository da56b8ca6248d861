namespace CareerPortal.Editing;

/// <summary>A warning that somebody passed over, and why; it holds for the text as it was.</summary>
public sealed class PassedWarning
{
    public int Id { get; private set; }

    public required int GuideId { get; init; }

    public required string Path { get; init; }

    public required string Rule { get; init; }

    public required string ContentHash { get; init; }

    public required string Reason { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTime AtUtc { get; init; }
}
