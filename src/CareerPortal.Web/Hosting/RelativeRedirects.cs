using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>Redirects within the site without naming its host: behind a proxy the site may not know under which name people reached it.</summary>
internal static class RelativeRedirects
{
    public static void UseRelativeRedirects(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(static state => Shorten((HttpContext)state), context);
                return next(context);
            }
        );

    private static Task Shorten(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (
            headers.Location is [{ } location]
            && !location.StartsWith('/')
            && Uri.TryCreate(location, UriKind.Absolute, out var address)
            && Uri.TryCreate($"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}", UriKind.Absolute, out var here)
            && address.Scheme == here.Scheme
            && address.Authority == here.Authority
        )
        {
            headers[HeaderNames.Location] = address.PathAndQuery + address.Fragment;
        }

        return Task.CompletedTask;
    }
}
