namespace CareerPortal.Web.Shell;

/// <summary>Marks a page whose script asks this site for more while the page is read; on any other page no script may.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FetchesAttribute : Attribute
{
    /// <summary>The search box's own, which proposes what somebody may mean.</summary>
    public const string Suggestions = "js/suggest.js";

    /// <summary>The script that asks.</summary>
    public string Script { get; init; } = Suggestions;

    /// <summary>The script of the page that is asked for; null where it has none that asks.</summary>
    public static string? ScriptOf(HttpContext? http) => http?.GetEndpoint()?.Metadata.GetMetadata<FetchesAttribute>()?.Script;
}
