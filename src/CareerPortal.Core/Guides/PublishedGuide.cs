using CareerPortal.Directories;
using CareerPortal.French;
using CareerPortal.Occupations;
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>A guide as its page shows it: the published content with everything it refers to.</summary>
public sealed record PublishedGuide
{
    public required GuideSummary Summary { get; init; }

    public required Register Register { get; init; }

    /// <summary>When a person last read the guide against its sources; null while nobody has.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>The day by which the guide is to be read again: its own, or that of its earliest figure, whichever comes first.</summary>
    public DateOnly? ReviewDueOn { get; init; }

    /// <summary>What readers are told where it was withdrawn.</summary>
    public WithdrawnNotice? Withdrawal { get; init; }

    /// <summary>The last changes that mattered to readers, the newest first.</summary>
    public IReadOnlyList<PublicChange> Changes { get; init; } = [];

    public required GuideContent Content { get; init; }

    /// <summary>The qualities the occupation requires, the most important first.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Languages in which this occupation has a published guide.</summary>
    public required IReadOnlyDictionary<string, string> SlugsByLanguage { get; init; }

    public required IReadOnlyDictionary<string, TrainingCentre> Centres { get; init; }

    public required IReadOnlyDictionary<string, JobZone> Zones { get; init; }

    public required IReadOnlyDictionary<string, WorkPlatform> Platforms { get; init; }

    public required IReadOnlyDictionary<string, GuideSummary> Neighbours { get; init; }

    /// <summary>The sources the guide cites, in the order in which it first cites them.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The minimum wage in force, where the store knows one.</summary>
    public WageFloor? WageFloor { get; init; }

    /// <summary>Whether the minimum wage is old enough to need checking.</summary>
    public bool WageFloorIsDoubtful { get; init; }

    /// <summary>The newest rate of the currency that the estimator starts from, where the store knows one.</summary>
    public ExchangeRate? ExchangeRate { get; init; }

    /// <summary>Whether that rate is old enough to need checking.</summary>
    public bool ExchangeRateIsDoubtful { get; init; }

    public Source? SourceOf(string code) => Sources.FirstOrDefault(s => s.Code == code);

    /// <summary>The number under which a source stands at the foot of the page, from 1.</summary>
    public int NumberOf(string sourceCode) => Sources.Index().First(s => s.Item.Code == sourceCode).Index + 1;
}
