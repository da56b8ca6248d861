namespace CareerPortal.Web.Catalogue;

/// <summary>Under which heading the contexts of an occupation stand on its page.</summary>
internal enum ContextGroup
{
    Hours,
    Places,
    Workplaces,
    Publics,
    Conditions,
    Status,
    Other,
}
