namespace CareerPortal.Web.Shell;

/// <summary>Marks a page whose script asks this site for more while the page is read; on any other page no script may.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FetchesAttribute(params string[] scripts) : Attribute
{
    /// <summary>The search box's own, which proposes what somebody may mean.</summary>
    public const string Suggestions = "js/suggest.js";

    /// <summary>The scripts that ask; the search box's own where none is named.</summary>
    public IReadOnlyList<string> Scripts { get; } = scripts.Length == 0 ? [Suggestions] : scripts;

    /// <summary>The scripts of the page that is asked for; none where it has none that ask.</summary>
    public static IReadOnlyList<string> ScriptsOf(HttpContext? http) => http?.GetEndpoint()?.Metadata.GetMetadata<FetchesAttribute>()?.Scripts ?? [];
}
