namespace CareerPortal.Offers;

/// <summary>A place of work as far as it is known: what the source wrote, and the municipality that it names.</summary>
public sealed record OfferPlace
{
    /// <summary>What the source wrote.</summary>
    public required string Label { get; init; }

    public string? Postcode { get; init; }

    /// <summary>The municipality by its number at the statistics office.</summary>
    public string? Nis { get; init; }

    /// <summary>Its French name.</summary>
    public string? Municipality { get; init; }

    /// <summary>The province in French; null in Brussels and where it is not known.</summary>
    public string? Province { get; init; }

    /// <summary>The region by its code of NUTS 1: BE1 (Brussels), BE2 (Flanders), BE3 (Wallonia); null abroad and where it is not known.</summary>
    public string? Region { get; init; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}
