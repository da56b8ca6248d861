using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// A circuit costs memory for as long as it is open. Only those get one who are signed in or read a page that holds an
/// interactive part, from this site itself, and only so many: by address and in all. For everyone else there is none.
/// </summary>
internal sealed class CircuitGuard(IOptions<CircuitOptions> options, CircuitPass pass, TimeProvider time)
{
    private const string Hub = "/_blazor";
    private const int All = 0;

    /// <summary>A page opens one circuit, and again where the connection is lost.</summary>
    private const int OpeningsPerCircuit = 2;

    private readonly int[] _open = new int[RequestMeter.Places];
    private readonly RequestMeter _byAddress = new(OpeningsPerCircuit * options.Value.PerAddress, time);
    private readonly RequestMeter _inAll = new(OpeningsPerCircuit * options.Value.InAll, time);
    private int _openInAll;

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Hub, out var rest))
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<HoldsIslandAttribute>() is not null)
            {
                pass.Give(context);
            }

            await next(context);
            return;
        }

        // What asks here is a script: it needs no page to read.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        var place = Caller.PlaceOf(context.Connection.RemoteIpAddress);
        if (context.User.Identity is not { IsAuthenticated: true } && !pass.IsHeldBy(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (!IsFromThisSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (rest.StartsWithSegments("/negotiate") && (_byAddress.Take(place) ?? _inAll.Take(All)) is { } wait)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Refusal.HeaderOf(wait);
        }
        else
        {
            await OpenAsync(context, next, place);
        }
    }

    private async Task OpenAsync(HttpContext context, RequestDelegate next, int place)
    {
        var (here, everywhere) = (Interlocked.Increment(ref _open[place]), Interlocked.Increment(ref _openInAll));
        try
        {
            if (here > options.Value.PerAddress || everywhere > options.Value.InAll)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _open[place]);
            Interlocked.Decrement(ref _openInAll);
        }
    }

    /// <summary>Browsers name the origin wherever it could be another; only a plain reading of this site's own comes without.</summary>
    private static bool IsFromThisSite(HttpRequest request) =>
        request.Headers.Origin is { Count: > 0 } origin
            ? origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : HttpMethods.IsGet(request.Method)
                && !request.HttpContext.WebSockets.IsWebSocketRequest
                && request.Headers["Sec-Fetch-Site"] == "same-origin";
}
