using CareerPortal.Catalogue;

namespace CareerPortal.Editing;

/// <summary>What the store holds of catalogues, in numbers.</summary>
public sealed record CatalogueStatus
{
    public required IReadOnlyList<CatalogueSource> Sources { get; init; }

    /// <summary>The editions that occupations were last seen in, with how many.</summary>
    public required IReadOnlyList<(string Edition, int Occupations)> Editions { get; init; }

    public required int Listed { get; init; }

    public required int Reviewed { get; init; }

    public required int Gone { get; init; }

    public required int Texts { get; init; }

    public required int HeldBack { get; init; }

    public required int Shortages { get; init; }

    /// <summary>When something was last taken in; null where nothing ever was.</summary>
    public DateTime? LastImportUtc => Sources.Count == 0 ? null : Sources.Max(s => s.ImportedUtc);
}
