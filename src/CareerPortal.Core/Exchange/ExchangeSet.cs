namespace CareerPortal.Exchange;

/// <summary>A set of exchange files read into memory, each guide with the name of the file it came from.</summary>
public sealed record ExchangeSet
{
    public IReadOnlyList<OccupationEntry> Occupations { get; init; } = [];

    public IReadOnlyList<TrainingCentreEntry> TrainingCentres { get; init; } = [];

    public IReadOnlyList<JobZoneEntry> JobZones { get; init; } = [];

    public IReadOnlyList<PlatformEntry> Platforms { get; init; } = [];

    public IReadOnlyList<GuidanceServiceEntry> GuidanceServices { get; init; } = [];

    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];

    public IReadOnlyList<WageFloorEntry> WageFloors { get; init; } = [];

    public IReadOnlyList<SearchMeaningEntry> SearchMeanings { get; init; } = [];

    public IReadOnlyList<ExchangeRateEntry> ExchangeRates { get; init; } = [];

    public IReadOnlyDictionary<string, GuideFile> Guides { get; init; } = new Dictionary<string, GuideFile>();
}
