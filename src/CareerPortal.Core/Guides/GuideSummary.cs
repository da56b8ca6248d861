using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>A published guide as lists show it.</summary>
public sealed record GuideSummary
{
    public required string OccupationCode { get; init; }

    public required string Slug { get; init; }

    /// <summary>The code of its occupation in ROME 4.0, under which the catalogue lists it; null where nobody gave it one.</summary>
    public string? RomeCode { get; init; }

    public required string Language { get; init; }

    public required OccupationName Name { get; init; }

    public required GuideKind Kind { get; init; }

    public required Sector Sector { get; init; }

    public required StudyLevel Studies { get; init; }

    public required IReadOnlyList<WorkCondition> Conditions { get; init; }

    /// <summary>The conditions that can weigh on whoever works there: said beside the name wherever the occupation is suggested.</summary>
    public IEnumerable<WorkCondition> Heavy => Conditions.Where(c => c is WorkCondition.NightWork or WorkCondition.ShockingContents);

    /// <summary>Ids of the required qualities, the most important first.</summary>
    public required IReadOnlyList<string> Qualities { get; init; }

    public required string Summary { get; init; }

    /// <summary>Other titles in the language of <see cref="Name"/>.</summary>
    public required IReadOnlyList<string> AlternativeTitles { get; init; }

    /// <summary>All its titles in French, where <see cref="Name"/> is in another language.</summary>
    public IReadOnlyList<string> FrenchTitles { get; init; } = [];

    /// <summary>The words of a complete guide; 0 for a brief one.</summary>
    public int Words { get; init; }

    /// <summary>About how many minutes a complete guide takes to read.</summary>
    public int ReadingMinutes => GuideReading.MinutesFor(Words);

    /// <summary>When readers first got the guide, where its file tells.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When what it says last changed: the day it was published where nothing has since.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>What readers are told, where it was withdrawn and stays: it is read at its address, and no list names it.</summary>
    public WithdrawnNotice? Withdrawal { get; init; }
}
