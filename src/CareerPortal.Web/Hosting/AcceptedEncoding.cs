using System.Collections.Frozen;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Reduces what a request accepts to the one way of packing it is answered in: <c>br</c>, <c>gzip</c> or nothing. The
/// cache and the compression behind it then read the same word and cannot judge it differently. Whatever could have been
/// packed says that it depends on what was accepted, plain answers as well as packed ones.
/// </summary>
internal static class AcceptedEncoding
{
    private static readonly string[] Preferred = ["br", "gzip"];

    /// <summary>What browsers and machines send, word for word, read once.</summary>
    private static readonly FrozenDictionary<string, string?> Usual = new[]
    {
        "gzip, deflate, br, zstd",
        "gzip, deflate, br",
        "gzip, deflate",
        "gzip",
        "br",
        "br, gzip",
        "gzip, br",
        "identity",
    }.ToFrozenDictionary(a => a, a => Chosen(a), StringComparer.Ordinal);

    public static void UseAcceptedEncoding(this WebApplication app)
    {
        var compression = app.Services.GetRequiredService<IResponseCompressionProvider>();
        app.Use(
            (context, next) =>
            {
                var headers = context.Request.Headers;
                if (headers.AcceptEncoding.Count > 0)
                {
                    headers.AcceptEncoding = Of(headers);
                }

                context.Response.OnStarting(NameAccepted, context);
                return next(context);
            }
        );

        Task NameAccepted(object state)
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            if (
                !headers.Vary.Any(v => v?.Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase) == true)
                && compression.ShouldCompressResponse(context)
            )
            {
                headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>The best packing that is asked for by its name. Whoever accepts anything (<c>*</c>) or writes nonsense gets plain text.</summary>
    public static string? Of(IHeaderDictionary headers) =>
        headers.AcceptEncoding.Count == 0 ? null
        : headers.AcceptEncoding is [{ } usual] && Usual.TryGetValue(usual, out var packing) ? packing
        : Chosen(headers.AcceptEncoding);

    private static string? Chosen(StringValues asked)
    {
        if (!StringWithQualityHeaderValue.TryParseStrictList(asked!, out var accepted))
        {
            return null;
        }

        return Preferred.FirstOrDefault(p =>
            accepted.Any(a => a.Value.Equals(p, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0)
            && !accepted.Any(a => a.Value.Equals(p, StringComparison.OrdinalIgnoreCase) && a.Quality is 0)
        );
    }
}
