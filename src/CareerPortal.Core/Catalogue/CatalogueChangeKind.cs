namespace CareerPortal.Catalogue;

/// <summary>How a new edition treats an occupation.</summary>
public enum CatalogueChangeKind
{
    Added,
    Revised,
    Gone,
    Returned,
}
