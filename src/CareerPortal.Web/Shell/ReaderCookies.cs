namespace CareerPortal.Web.Shell;

/// <summary>
/// What the site leaves in a reader's browser, and reads again there alone: it says nothing of who they are. No page that is kept for all is made
/// otherwise because of it.
/// </summary>
internal static class ReaderCookies
{
    /// <summary>Offers that were kept or hidden, and what else is not to be shown on the board.</summary>
    public const string Choices = "offres";

    /// <summary>Offers that were opened: a cookie of its own, so that opening one never crosses with keeping another.</summary>
    public const string Seen = "offres-vues";

    /// <summary>The code of the quiz whose result was seen last.</summary>
    public const string Result = "quiz-resultat";

    public static IReadOnlyList<string> All { get; } = [Choices, Seen, Result];

    /// <summary>For this site alone and no script; sent when somebody follows a link to it.</summary>
    public static void Keep(HttpContext context, string name, string value, DateTimeOffset until) =>
        context.Response.Cookies.Append(name, value, Options(context, until));

    public static void Erase(HttpContext context, string name)
    {
        if (context.Request.Cookies.ContainsKey(name))
        {
            context.Response.Cookies.Delete(name, Options(context, null));
        }
    }

    public static void EraseAll(HttpContext context)
    {
        foreach (var name in All)
        {
            Erase(context, name);
        }
    }

    /// <summary>What is made for one browser goes to no other.</summary>
    public static void KeepFromCaches(HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.Headers.CacheControl = "private, no-cache, no-store";
        }
    }

    private static CookieOptions Options(HttpContext context, DateTimeOffset? until) =>
        new()
        {
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            Expires = until,
        };
}
