using CareerPortal.French;

namespace CareerPortal.Cli.Catalogue;

/// <summary>An occupation of ESCO.</summary>
internal sealed class EscoOccupation(string id, string isco, GenderedTitle title)
{
    public string Id => id;

    /// <summary>Its unit group of ISCO-08, four digits.</summary>
    public string Isco => isco;

    public GenderedTitle Title => title;

    public required IReadOnlyList<string> OtherNames { get; init; }

    public string? Dutch { get; set; }

    /// <summary>Its counterparts in Competent 2.0, by code.</summary>
    public SortedDictionary<string, (string French, string Dutch, double Confidence)> Competent { get; } = new(StringComparer.Ordinal);
}
