namespace CareerPortal.Catalogue;

/// <summary>What an import does with an occupation; <paramref name="ReplacedBy"/> is the code that takes the place of one that went.</summary>
public sealed record CatalogueChange(string Code, string Title, CatalogueChangeKind Kind, string? ReplacedBy = null)
{
    /// <summary>The facts that differ, by their names in the data.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}
