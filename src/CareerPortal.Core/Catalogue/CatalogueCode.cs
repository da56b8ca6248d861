using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A code that an edition gave up: the code that replaces it, or none where the occupation was given up without one.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class CatalogueCode
{
    /// <summary>"rome" or "esco".</summary>
    public required string Scheme { get; init; }

    public required string Code { get; init; }

    public string? ReplacedBy { get; set; }

    /// <summary>The address that the occupation had, so that it leads on.</summary>
    public string? Slug { get; set; }

    /// <summary>The first edition without it.</summary>
    public required string Edition { get; set; }
}
