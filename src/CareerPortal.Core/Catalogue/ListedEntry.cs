namespace CareerPortal.Catalogue;

/// <summary>An occupation that the catalogue lists now.</summary>
public sealed record ListedEntry(string Code, string Slug, CatalogueFacts Facts, DateTime? ReviewedUtc);
