namespace CareerPortal.Offers;

/// <summary>What an offer says. What a source leaves out is null or empty; codes stand beside the labels they came with.</summary>
public sealed record OfferFacts
{
    public const int TitleMaxLength = 300;
    public const int EmployerMaxLength = 200;
    public const int LabelMaxLength = 200;
    public const int UrlMaxLength = 1000;
    public const int TextMaxLength = 20_000;
    public const int MostValues = 50;

    public required string Title { get; init; }

    /// <summary>Null where it is hidden; a board's own name is no employer's.</summary>
    public string? Employer { get; init; }

    public EmployerKind? EmployerKind { get; init; }

    /// <summary>The employer's or the board's own number of it.</summary>
    public string? Reference { get; init; }

    /// <summary>The board on which the source found it.</summary>
    public string? Board { get; init; }

    public IReadOnlyList<OfferPlace> Places { get; init; } = [];

    public ContractKind? Contract { get; init; }

    public string? ContractLabel { get; init; }

    public WorkRegime? Regime { get; init; }

    public string? RegimeLabel { get; init; }

    public int? Posts { get; init; }

    /// <summary>Levels of study that would do, by ISCED 2011 (two digits).</summary>
    public IReadOnlyList<LabelledCode> Studies { get; init; } = [];

    /// <summary>Languages by ISO 639-1, in small letters.</summary>
    public IReadOnlyList<LabelledCode> Languages { get; init; } = [];

    public ExperienceNeed? Experience { get; init; }

    public string? ExperienceLabel { get; init; }

    /// <summary>Driving licences by category: B, C, CE.</summary>
    public IReadOnlyList<LabelledCode> Licences { get; init; } = [];

    /// <summary>Divisions of NACE-BEL (two digits).</summary>
    public IReadOnlyList<LabelledCode> Sectors { get; init; } = [];

    public OfferPay? Pay { get; init; }

    public TeleworkKind? Telework { get; init; }

    /// <summary>What the source calls the occupation, and its code for it.</summary>
    public string? JobLabel { get; init; }

    public string? JobCode { get; init; }

    /// <summary>Where the source shows it; http or https.</summary>
    public string? Url { get; init; }

    /// <summary>The advert's own words, as plain text or the portal's prose; open data has none.</summary>
    public string? Text { get; init; }

    public required DateOnly Published { get; init; }

    /// <summary>The days by which its source dated it before, the first one first: a text that comes again is no new one.</summary>
    public IReadOnlyList<DateOnly> EarlierDates { get; init; } = [];

    /// <summary>The last day on which it can be answered.</summary>
    public DateOnly? Expires { get; init; }
}
