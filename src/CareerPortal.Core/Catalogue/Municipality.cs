using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A Belgian municipality, with the names that those merged into it had.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class Municipality
{
    /// <summary>Its number at the statistics office (NIS).</summary>
    public required string Nis { get; init; }

    public required string French { get; set; }

    public required string Dutch { get; set; }

    public required string Province { get; set; }

    public required string Region { get; set; }

    /// <summary>Former municipalities and other names by which people look for it.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>Its postcodes with the localities they serve.</summary>
    public required List<Postcode> Postcodes { get; set; }
}
