using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Catalogue;

/// <summary>An occupation as the list names it: by its guide, or else by the catalogue's facts.</summary>
public sealed record ListedItem
{
    /// <summary>What <see cref="OccupationFacet.Kind"/> calls an occupation without a guide.</summary>
    public const string FactsOnly = "Facts";

    public required string Slug { get; init; }

    public required OccupationName Name { get; init; }

    /// <summary>Null where it has no guide.</summary>
    public GuideSummary? Guide { get; init; }

    /// <summary>Null where it has a guide.</summary>
    public ListedEntry? Entry { get; init; }

    /// <summary>The level of study that its group in the international classification usually asks; null where nothing tells it.</summary>
    public StudyLevel? Studies { get; init; }

    /// <summary>Whether its group asks for a bachelor's degree or a master's, which the classification does not tell apart.</summary>
    public bool MayAskMaster { get; init; }

    internal int[][] Values { get; init; } = [];
}
