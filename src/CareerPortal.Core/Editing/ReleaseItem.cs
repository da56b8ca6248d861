namespace CareerPortal.Editing;

/// <summary>One thing of a release: a revision of a guide, or a parameter.</summary>
public sealed class ReleaseItem
{
    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    public required ReleaseItemKind Kind { get; init; }

    public int? GuideId { get; init; }

    public int? RevisionId { get; set; }

    /// <summary>The parameter, in the form of exchange files; of a guide what readers are told (<see cref="GuideNews"/>).</summary>
    public string? Document { get; init; }

    public required Guid AddedById { get; init; }

    public required DateTime AddedUtc { get; init; }
}
