namespace CareerPortal.Catalogue;

/// <summary>How many entries were new, differed from what was held, were the same, or are listed no longer.</summary>
public readonly record struct CatalogueCount(int Added, int Revised, int Unchanged, int Gone);
