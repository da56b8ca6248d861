using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Reduces what a request accepts to the one way of packing it is answered in: <c>br</c>, <c>gzip</c> or nothing. The
/// cache and the compression behind it then read the same word and cannot judge it differently.
/// </summary>
internal static class AcceptedEncoding
{
    private static readonly string[] Preferred = ["br", "gzip"];

    public static void UseAcceptedEncoding(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Request.Headers;
        if (headers.AcceptEncoding.Count > 0)
        {
            headers.AcceptEncoding = Chosen(headers);
        }

        return next(context);
    });

    /// <summary>The best packing that is asked for by its name. Whoever accepts anything (<c>*</c>) or writes nonsense gets plain text.</summary>
    private static string? Chosen(IHeaderDictionary headers)
    {
        if (!StringWithQualityHeaderValue.TryParseStrictList(headers.AcceptEncoding!, out var accepted))
        {
            return null;
        }

        return Preferred.FirstOrDefault(p => accepted.Any(a => a.Value.Equals(p, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0)
            && !accepted.Any(a => a.Value.Equals(p, StringComparison.OrdinalIgnoreCase) && a.Quality is 0));
    }
}
