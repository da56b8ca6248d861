namespace CareerPortal.Offers.Sources;

/// <summary>A record in a source's own words; lists of codes and labels run side by side where both are as long.</summary>
public sealed record RawOffer
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Employer { get; init; }
    public string? Reference { get; init; }
    public string? Board { get; init; }
    public string? Contract { get; init; }
    public string? Regime { get; init; }
    public string? Experience { get; init; }
    public string? Telework { get; init; }
    public string? Posts { get; init; }
    public string? Url { get; init; }

    /// <summary>The advert, as plain text or HTML.</summary>
    public string? Text { get; init; }

    public string? JobLabel { get; init; }
    public string? JobCode { get; init; }
    public string? Published { get; init; }
    public string? Expires { get; init; }
    public IReadOnlyList<string> Localities { get; init; } = [];
    public IReadOnlyList<string> Postcodes { get; init; } = [];

    /// <summary>Degrees, WGS 84.</summary>
    public IReadOnlyList<(double Latitude, double Longitude)> Points { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Nuts { get; init; } = [];
    public IReadOnlyList<string> Studies { get; init; } = [];
    public IReadOnlyList<string> StudyCodes { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> LanguageCodes { get; init; } = [];
    public IReadOnlyList<string> Licences { get; init; } = [];
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public IReadOnlyList<string> SectorCodes { get; init; } = [];
    public OfferPay? Pay { get; init; }
}
