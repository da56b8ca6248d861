using CareerPortal.Occupations;
using CareerPortal.Search;

namespace CareerPortal.Guides;

/// <summary>One page of guides, with the count that each filter would leave.</summary>
public sealed record GuideSearchResult
{
    public required IReadOnlyList<GuideSummary> Guides { get; init; }

    /// <summary>By occupation code, why a guide was found, for those whose title does not say it.</summary>
    public required IReadOnlyDictionary<string, SearchExcerpt> Excerpts { get; init; }

    public required int Total { get; init; }

    /// <summary>How many the words find when no filter is set.</summary>
    public required int TotalUnfiltered { get; init; }

    /// <summary>Where the words find nothing: guides whose titles are spelt most like them.</summary>
    public required IReadOnlyList<GuideSummary> Near { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>Nothing had the words as typed; these guides have words spelt nearly so.</summary>
    public required bool Approximate { get; init; }

    /// <summary>No guide has all the words; these have most of them.</summary>
    public required bool Partial { get; init; }

    /// <summary>No word that was typed says anything, so nothing was looked for.</summary>
    public required bool AsksNothing { get; init; }

    public required IReadOnlyDictionary<Sector, int> Sectors { get; init; }

    public required IReadOnlyDictionary<StudyLevel, int> Studies { get; init; }

    public required IReadOnlyDictionary<WorkCondition, int> Conditions { get; init; }

    public required IReadOnlyDictionary<string, int> Qualities { get; init; }

    /// <summary>How many of the guides found are of each kind.</summary>
    public required IReadOnlyDictionary<GuideKind, int> Found { get; init; }

    public required IReadOnlyDictionary<GuideKind, int> Kinds { get; init; }

    public required IReadOnlyDictionary<string, int> Letters { get; init; }
}
