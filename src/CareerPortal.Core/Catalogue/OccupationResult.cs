using CareerPortal.Guides;

namespace CareerPortal.Catalogue;

/// <summary>One page of occupations, with the count that each choice of each filter would leave.</summary>
public sealed record OccupationResult
{
    public required IReadOnlyList<FoundOccupation> Shown { get; init; }

    public required int Total { get; init; }

    /// <summary>How many the words find when no filter is set.</summary>
    public required int TotalUnfiltered { get; init; }

    /// <summary>Where the words find nothing: occupations with names spelt most like them.</summary>
    public required IReadOnlyList<ListedItem> Near { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required bool Approximate { get; init; }

    public required bool Partial { get; init; }

    public required bool AsksNothing { get; init; }

    /// <summary>What phrases among the words were taken to mean, as filters that the list knows.</summary>
    public IReadOnlyList<(OccupationFacet Facet, string Value)> Understood { get; init; } = [];

    /// <summary>How many of those found have a guide of each kind; the rest are known by facts alone.</summary>
    public required IReadOnlyDictionary<GuideKind, int> Guides { get; init; }

    /// <summary>By filter and value, how many would be left; a filter's own choice does not narrow its counts.</summary>
    public required IReadOnlyDictionary<OccupationFacet, IReadOnlyDictionary<string, int>> Counts { get; init; }
}
