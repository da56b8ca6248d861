// The shapes of the exchange files stand together: this page is the format.
using CareerPortal.Directories;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Exchange;

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

    /// <summary>When the guide was first published, here or elsewhere.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When what the guide says last changed; absent where it has not since it was published.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>When a person last read the guide against its sources; absent while nobody has.</summary>
    public DateOnly? ReviewedOn { get; init; }

    public DateOnly? ReviewDueOn { get; init; }

    public required GuideContent Content { get; init; }

    /// <summary>What of it is published as one document; occupation, language and address are the guide's own.</summary>
    public GuideDocument ToDocument() =>
        new()
        {
            Kind = Kind,
            Register = Register,
            PublishedOn = PublishedOn,
            UpdatedOn = UpdatedOn,
            ReviewedOn = ReviewedOn,
            ReviewDueOn = ReviewDueOn,
            Content = Content,
        };
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

/// <summary>
/// A required quality: importance and level from 1 to 5, surplus factor from 0 to 1, where it comes from, and the questions about it that its quiz always
/// asks.
/// </summary>
public sealed record RequirementEntry(
    string Quality,
    int Importance,
    int Level,
    RequirementOrigin Origin,
    double Surplus = 0,
    IReadOnlyList<string>? Items = null
);

/// <summary>A training centre as it travels.</summary>
public sealed record TrainingCentreEntry(
    string Code,
    string Name,
    TrainingCentreKind Kind,
    string Postcode,
    string Locality,
    Province Province,
    double Latitude,
    double Longitude,
    string? Website,
    LocalisedText Description
);

/// <summary>A job zone as it travels.</summary>
public sealed record JobZoneEntry(
    string Code,
    LocalisedText Name,
    IReadOnlyList<Province> Provinces,
    double Latitude,
    double Longitude,
    LocalisedText Description,
    MapPoint? OtherPoint = null
);

/// <summary>A work platform as it travels.</summary>
public sealed record PlatformEntry(
    string Code,
    string Name,
    string? Website,
    LocalisedText Description,
    LocalisedText Access,
    LocalisedText Payment,
    string Source,
    DateOnly AsOf
);

/// <summary>A guidance service as it travels.</summary>
public sealed record GuidanceServiceEntry
{
    public required string Code { get; init; }

    public required LocalisedText Name { get; init; }

    public required GuidanceKind Kind { get; init; }

    public required GuidanceRegion Region { get; init; }

    public required LocalisedText Role { get; init; }

    public required LocalisedText Description { get; init; }

    public required LocalisedText Audience { get; init; }

    public required GuidanceCost Cost { get; init; }

    public string? Website { get; init; }

    public string? Phone { get; init; }

    public bool PhoneConfirmed { get; init; }

    public IReadOnlyList<GuidanceOffice> Offices { get; init; } = [];

    public required int AsOfYear { get; init; }
}

/// <summary>A source as it travels; <paramref name="ConsultedOn"/> only where a person opened it that day.</summary>
public sealed record SourceEntry(
    string Code,
    SourceKind Kind,
    string Title,
    string Publisher,
    string? Reference = null,
    string? Url = null,
    DateOnly? PublishedOn = null,
    DateOnly? ConsultedOn = null,
    bool ToVerify = false
);

/// <summary>A minimum wage as it travels: cents before tax from a date on.</summary>
public sealed record WageFloorEntry(DateOnly From, long MonthlyCents, long HourlyCents, string Source);

/// <summary>
/// What people mean by what they type, as it travels: words by which guides call it, or working conditions, levels of study, contexts and
/// interests it stands for, the last two by their codes in the catalogue;
/// with none of them, words that say nothing.
/// </summary>
public sealed record SearchMeaningEntry(
    string Code,
    string Language,
    IReadOnlyList<string> Said,
    IReadOnlyList<string>? Means = null,
    IReadOnlyList<WorkCondition>? Conditions = null,
    IReadOnlyList<StudyLevel>? Studies = null,
    IReadOnlyList<string>? Contexts = null,
    IReadOnlyList<string>? Interests = null
);

/// <summary>An exchange rate as it travels: how many units of the currency one euro buys on a day.</summary>
public sealed record ExchangeRateEntry(string Currency, DateOnly On, decimal UnitsPerEuro, string Source);
