namespace CareerPortal.Web.Shell;

/// <summary>Marks a page whose script asks this site for more while the page is read; on any other page no script may.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FetchesAttribute : Attribute
{
    /// <summary>Whether the page that is asked for is marked so.</summary>
    public static bool IsOn(HttpContext? http) => http?.GetEndpoint()?.Metadata.GetMetadata<FetchesAttribute>() is not null;
}
