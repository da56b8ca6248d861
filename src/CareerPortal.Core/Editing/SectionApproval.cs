namespace CareerPortal.Editing;

/// <summary>A reviewer agrees to a section as it was; it falls once the section is another.</summary>
public sealed class SectionApproval
{
    public int Id { get; private set; }

    public required int GuideId { get; init; }

    public required string Section { get; init; }

    public required string ContentHash { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTime AtUtc { get; init; }
}
