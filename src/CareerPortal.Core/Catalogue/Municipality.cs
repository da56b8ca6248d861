using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A Belgian municipality, with the names that those merged into it had.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class Municipality
{
    public const int NameMaxLength = 100;

    /// <summary>Its number at the statistics office (NIS).</summary>
    public required string Nis { get; init; }

    public required string French { get; set; }

    public required string Dutch { get; set; }

    /// <summary>Its province in French; empty in Brussels, which is in none.</summary>
    public required string Province { get; set; }

    public required string Region { get; set; }

    public required string Postcode { get; set; }

    /// <summary>Former municipalities by whose names people look for it.</summary>
    public List<string> Aliases { get; set; } = [];
}
