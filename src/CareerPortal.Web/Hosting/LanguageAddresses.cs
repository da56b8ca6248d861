using System.Globalization;

namespace CareerPortal.Web.Hosting;

/// <summary>The language of a page stands first in its address: <c>/nl/metiers</c>; French needs no prefix.</summary>
internal static class LanguageAddresses
{
    private static readonly Dictionary<string, CultureInfo> Cultures = Languages.All.ToDictionary(l => l, l => CultureInfo.GetCultureInfo(l + "-BE"));

    public static CultureInfo CultureOf(string language) => Cultures[language];

    public static void UseLanguages(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (WithoutDefault(context.Request.Path) is { } shorter)
                {
                    context.Response.Redirect(context.Request.PathBase + Within(shorter) + context.Request.QueryString, permanent: true);
                    return;
                }

                var language = Languages.Default;
                foreach (var other in Languages.All)
                {
                    if (context.Request.Path.StartsWithSegments("/" + other, out var rest))
                    {
                        language = other;
                        context.Request.PathBase = context.Request.PathBase.Add("/" + other);
                        context.Request.Path = rest.HasValue ? rest : "/";
                        break;
                    }
                }

                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(language);
                context.Response.Headers.ContentLanguage = language;
                await next(context);
            }
        );

    /// <summary>
    /// A path as an address within this site. It starts with one slash: two, of either kind, would name another site. What it
    /// holds is decoded, so a per cent sign in it is one, and begins nothing.
    /// </summary>
    public static string Within(PathString path) =>
        new PathString("/" + path.Value?.TrimStart('/', '\\').Replace("%", "%25", StringComparison.Ordinal)).ToUriComponent();

    /// <summary>The path without the prefixes that the default language does not need; null where it has none.</summary>
    private static PathString? WithoutDefault(PathString path)
    {
        PathString? shorter = null;
        while ((shorter ?? path).StartsWithSegments("/" + Languages.Default, out var rest))
        {
            shorter = new PathString("/" + rest.Value!.TrimStart('/'));
        }

        return shorter;
    }
}
