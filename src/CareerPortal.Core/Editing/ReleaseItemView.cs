using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>One thing of a release as its page shows it.</summary>
public sealed record ReleaseItemView
{
    public required int Id { get; init; }

    public required ReleaseItemKind Kind { get; init; }

    public int? GuideId { get; init; }

    public int? RevisionId { get; init; }

    /// <summary>The revision that readers see now; nothing where they see none.</summary>
    public int? PublishedRevisionId { get; init; }

    /// <summary>The occupation, where it is a guide or requirements.</summary>
    public OccupationName? Occupation { get; init; }

    public string? Language { get; init; }

    /// <summary>The parameter in the form of exchange files.</summary>
    public string? Document { get; init; }

    /// <summary>What readers are told of a guide.</summary>
    public GuideNews? News { get; init; }

    public required ReleaseItemStanding Standing { get; init; }
}
