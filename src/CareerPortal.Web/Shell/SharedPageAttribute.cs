using CareerPortal.Data;

namespace CareerPortal.Web.Shell;

/// <summary>
/// Marks a page that is the same for everyone: it is kept in memory, sets no cookie and holds no posted form. It is kept
/// for the queries it names here and for no other (<c>KeptAddress</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SharedPageAttribute(ContentRealm realms) : Attribute
{
    /// <summary>The parts of the content that the page shows: it is made anew when one of them changes, and not when another does.</summary>
    public ContentRealm Realms { get; } = realms;

    /// <summary>Query keys that change the page. With any other the page is made for that request alone.</summary>
    public string[] VaryBy { get; init; } = [];
}
