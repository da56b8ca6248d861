using Microsoft.AspNetCore.ResponseCompression;
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

    public static void UseAcceptedEncoding(this WebApplication app)
    {
        var compression = app.Services.GetRequiredService<IResponseCompressionProvider>();
        app.Use(
            (context, next) =>
            {
                var headers = context.Request.Headers;
                if (headers.AcceptEncoding.Count > 0)
                {
                    headers.AcceptEncoding = Chosen(headers);
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
    private static string? Chosen(IHeaderDictionary headers)
    {
        if (!StringWithQualityHeaderValue.TryParseStrictList(headers.AcceptEncoding!, out var accepted))
        {
            return null;
        }

        return Preferred.FirstOrDefault(p =>
            accepted.Any(a => a.Value.Equals(p, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0)
            && !accepted.Any(a => a.Value.Equals(p, StringComparison.OrdinalIgnoreCase) && a.Quality is 0)
        );
    }
}
