namespace CareerPortal.Web.Hosting;

/// <summary>
/// Pages write their own address, so they need one: a request whose host is none, or whose proxy says that it came by anything
/// but HTTP, is refused in one short answer.
/// </summary>
internal static class KnownHost
{
    public static void UseKnownHost(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<StandingPages>();
        app.Use(
            (context, next) =>
            {
                if (IsAddress(context.Request))
                {
                    return next(context);
                }

                if (!Health.IsAt(context.Request.Path))
                {
                    return pages.WriteAsync(context, StatusCodes.Status400BadRequest, "BadHost");
                }

                // A balancer may ask without a host. Where the answer is a page all the same, it has to be able to write an address.
                context.Request.Host = new HostString("localhost");
                context.Request.Scheme = Uri.UriSchemeHttp;
                return next(context);
            }
        );
    }

    /// <summary>A proxy's header may hold any word, and links begin with it.</summary>
    private static bool IsWeb(string scheme) =>
        scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) || scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the framework makes addresses with has to be able to read it, and read back the same.</summary>
    private static bool IsAddress(HttpRequest request)
    {
        try
        {
            return request.Host.HasValue
                && IsWeb(request.Scheme)
                && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var address)
                && address.Host.Length > 0
                && address.UserInfo.Length == 0
                && address.AbsolutePath == "/";
        }
        catch (ArgumentException)
        {
            // A name in Punycode that is none.
            return false;
        }
    }
}
