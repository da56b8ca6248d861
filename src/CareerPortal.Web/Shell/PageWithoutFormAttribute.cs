namespace CareerPortal.Web.Shell;

/// <summary>
/// Marks a page that must not need the keys of forms: they lie in the store, and the page may be there to say that the store is away.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PageWithoutFormAttribute : Attribute;
