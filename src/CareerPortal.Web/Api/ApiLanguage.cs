using System.Globalization;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Api;

/// <summary>The language a program asks for: by <c>lang</c>, by the address, by what it accepts, or else French.</summary>
internal static class ApiLanguage
{
    public const string Key = "lang";

    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language + "-BE");

    /// <summary>One of the portal's languages; null where <c>lang</c> names none of them.</summary>
    public static string? Of(HttpRequest request)
    {
        if (request.Query.TryGetValue(Key, out var asked))
        {
            return asked is [{ } one] && Languages.Knows(one) ? one : null;
        }

        return Site.Language != Languages.Default ? Site.Language : Accepted(request) ?? Languages.Default;
    }

    private static string? Accepted(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(a => a.Quality is not 0)
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => a.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Languages.Knows);
}
