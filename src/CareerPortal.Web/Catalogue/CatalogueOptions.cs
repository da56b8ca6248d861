namespace CareerPortal.Web.Catalogue;

/// <summary>What an operator says of the catalogue.</summary>
internal sealed record CatalogueOptions
{
    public const string Section = "Catalogue";

    /// <summary>Whether the search is laid out before somebody waits for it; otherwise whoever searches first does.</summary>
    public bool LayOutAhead { get; init; } = true;
}
