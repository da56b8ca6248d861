namespace CareerPortal.Catalogue;

/// <summary>What an import of catalogues did, or would do.</summary>
public sealed record CatalogueReport
{
    public required CatalogueCount Occupations { get; init; }

    public required CatalogueCount Terms { get; init; }

    public required CatalogueCount Places { get; init; }

    public required CatalogueCount Texts { get; init; }

    public required CatalogueCount Sources { get; init; }

    /// <summary>Texts among those given that are held back for what they say of France.</summary>
    public int HeldBack { get; init; }

    /// <summary>One line an occupation that came, changed or went, in the order of codes.</summary>
    public required IReadOnlyList<CatalogueChange> Changes { get; init; }

    /// <summary>Whether the store was, or would be, written to.</summary>
    public bool ChangesNothing => new[] { Occupations, Terms, Places, Texts, Sources }.All(c => c is { Added: 0, Revised: 0, Gone: 0 });
}
