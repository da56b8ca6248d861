using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>One page of guides, with the count that each filter would leave.</summary>
public sealed record GuideSearchResult
{
    public required IReadOnlyList<GuideSummary> Guides { get; init; }

    public required int Total { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>Nothing had the words as typed; these guides have words spelt nearly so.</summary>
    public required bool Approximate { get; init; }

    public required IReadOnlyDictionary<Sector, int> Sectors { get; init; }

    public required IReadOnlyDictionary<StudyLevel, int> Studies { get; init; }

    public required IReadOnlyDictionary<WorkCondition, int> Conditions { get; init; }

    public required IReadOnlyDictionary<string, int> Qualities { get; init; }

    /// <summary>How many of the guides found are of each kind.</summary>
    public required IReadOnlyDictionary<GuideKind, int> Found { get; init; }

    public required IReadOnlyDictionary<GuideKind, int> Kinds { get; init; }

    public required IReadOnlyDictionary<string, int> Letters { get; init; }
}
