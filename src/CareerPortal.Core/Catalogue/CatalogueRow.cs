namespace CareerPortal.Catalogue;

/// <summary>What became last of an occupation of the catalogue: listed, or given up for another or for none.</summary>
public sealed record CatalogueRow(string Code, string Slug, string Edition, DateTime? GoneUtc, string? ReplacedBy, long Changed);
