namespace CareerPortal.Editing;

/// <summary>The name of a revision that matters.</summary>
public sealed class RevisionName
{
    public required int RevisionId { get; init; }

    public required string Name { get; set; }

    public required Guid AccountId { get; set; }

    public required DateTime AtUtc { get; set; }
}
