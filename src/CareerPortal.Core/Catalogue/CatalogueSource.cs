using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A catalogue that was taken in: which edition, under which licence, and the words of attribution it asks for.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class CatalogueSource
{
    public const int KeyMaxLength = 32;

    /// <summary>"rome", "esco", "onet", "melo", "statbel", "bpost", …</summary>
    public required string Key { get; init; }

    public required string Title { get; set; }

    public required string Edition { get; set; }

    public required string Licence { get; set; }

    public required string Attribution { get; set; }

    public string? Url { get; set; }

    public required int Rows { get; set; }

    public required DateTime ImportedUtc { get; set; }
}
