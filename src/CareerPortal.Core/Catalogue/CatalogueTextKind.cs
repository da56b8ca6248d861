namespace CareerPortal.Catalogue;

/// <summary>What a <see cref="CatalogueText"/> tells.</summary>
public enum CatalogueTextKind
{
    Definition,
    Access,
}
