// The shapes of the exchange files stand together: this page is the format.
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Places;

namespace CareerPortal.Import;

/// <summary>A guide as it travels: one file a guide and language.</summary>
public sealed record GuideFile
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>Code of an occupation of the occupations file.</summary>
    public required string Occupation { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required GuideKind Kind { get; init; }

    public required Register Register { get; init; }

    /// <summary>When a counsellor last read the guide against its sources.</summary>
    public required DateOnly ReviewedOn { get; init; }

    public DateOnly? ReviewDueOn { get; init; }

    public required GuideContent Content { get; init; }
}

/// <summary>An occupation as it travels.</summary>
public sealed record OccupationEntry
{
    public required string Code { get; init; }

    public string? RomeCode { get; init; }

    public string? IscoCode { get; init; }

    public required Sector Sector { get; init; }

    public required StudyLevel Studies { get; init; }

    public IReadOnlyList<WorkCondition> Conditions { get; init; } = [];

    public OccupationInterests? Interests { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, TitleEntry> Titles { get; init; }

    public required IReadOnlyList<RequirementEntry> Requirements { get; init; }
}

/// <summary>The titles of an occupation in one language; a title without gender repeats itself.</summary>
public sealed record TitleEntry(string Masculine, string Feminine, IReadOnlyList<string>? Alternatives = null);

/// <summary>A required quality: importance and level from 1 to 5, surplus factor from 0 to 1, and where it comes from.</summary>
public sealed record RequirementEntry(string Quality, int Importance, int Level, RequirementOrigin Origin, double Surplus = 0);

/// <summary>A training centre as it travels.</summary>
public sealed record TrainingCentreEntry(string Code, string Name, TrainingCentreKind Kind, string Postcode, string Locality, Province Province, double Latitude, double Longitude, string? Website, LocalisedText Description);

/// <summary>A job zone as it travels.</summary>
public sealed record JobZoneEntry(string Code, LocalisedText Name, IReadOnlyList<Province> Provinces, double Latitude, double Longitude, LocalisedText Description, MapPoint? OtherPoint = null);

/// <summary>A work platform as it travels.</summary>
public sealed record PlatformEntry(string Code, string Name, string? Website, LocalisedText Description, LocalisedText Access, LocalisedText Payment, string Source, DateOnly AsOf);

/// <summary>A source as it travels.</summary>
public sealed record SourceEntry(string Code, string Title, string Publisher, string? Url, DateOnly? PublishedOn, DateOnly ConsultedOn);

/// <summary>A minimum wage as it travels: cents before tax from a date on.</summary>
public sealed record WageFloorEntry(DateOnly From, long MonthlyCents, long HourlyCents, string Source);

/// <summary>An exchange rate as it travels: how many units of the currency one euro buys on a day.</summary>
public sealed record ExchangeRateEntry(string Currency, DateOnly On, decimal UnitsPerEuro, string Source);
