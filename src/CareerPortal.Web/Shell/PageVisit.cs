namespace CareerPortal.Web.Shell;

/// <summary>Whether somebody sees the page that is asked for: not where only its headers are wanted, or a browser fetches it in case it is wanted.</summary>
internal static class PageVisit
{
    private static readonly object HeadersAlone = new();

    public static void WantsHeadersAlone(HttpContext context) => context.Items[HeadersAlone] = HeadersAlone;

    public static bool IsSeen(HttpContext context) =>
        !context.Items.ContainsKey(HeadersAlone) && !IsAhead(context.Request.Headers["Sec-Purpose"]) && !IsAhead(context.Request.Headers["Purpose"]);

    private static bool IsAhead(string? purpose) => purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true;
}
