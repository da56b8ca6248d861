namespace CareerPortal.Catalogue;

/// <summary>All that a reading of catalogues gives, before it comes into the store: the facts, and where they are from.</summary>
public sealed record CatalogueEdition
{
    /// <summary>The edition of the catalogue of occupations, such as "rome-460".</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<ListedSource> Sources { get; init; }

    public required IReadOnlyList<ListedOccupation> Occupations { get; init; }

    public required IReadOnlyList<ListedTerm> Terms { get; init; }

    /// <summary>Codes given up of which the edition itself says what replaces them.</summary>
    public IReadOnlyList<ListedReplacement> Replacements { get; init; } = [];

    /// <summary>Empty where the reading had no table of places: those of the store then stay as they are.</summary>
    public IReadOnlyList<ListedMunicipality> Municipalities { get; init; } = [];

    public IReadOnlyList<ListedLocality> Localities { get; init; } = [];

    /// <summary>Sentences of the catalogue: only in an operator's own import. Null in the pack, which says nothing about those of the store.</summary>
    public IReadOnlyList<ListedText>? Texts { get; init; }
}
