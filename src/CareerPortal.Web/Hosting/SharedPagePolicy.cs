using System.Security.Cryptography;
using System.Text;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>Keeps a page under its exact address, the edition of the site, the state of the content and the day.</summary>
internal sealed class SharedPagePolicy(PageEditions editions, SignIn signIn, IOptions<PortalOptions> portal) : IOutputCachePolicy
{
    /// <summary>A page is made anew after this time, whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Private = "private, no-cache";

    // Without a public address of its own, the site writes the one it was asked by into its pages.
    private readonly bool _showsHost = portal.Value.PublicAddress is null;

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        var page = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>();
        if (page is null || !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return;
        }

        headers.Vary = HeaderNames.AcceptEncoding;
        if (context.HttpContext.Features.Get<SitePreview>() is not null)
        {
            headers.CacheControl = "private, no-store";
            return;
        }

        if (!KeptAddress.Is(request, page, _showsHost) || await signIn.IsOnAsync(context.HttpContext))
        {
            headers.CacheControl = Private;
            return;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        var edition = await editions.CurrentAsync(page.Realms, cancellation);
        var rules = context.CacheVaryByRules;
        rules.VaryByHost = _showsHost;
        rules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
        rules.VaryByValues["edition"] = edition.Name;
        if (request.QueryString.Value is { Length: > 0 } query)
        {
            rules.VaryByValues["query"] = Seal(query);
        }

        // A browser keeps the page and asks each time whether it still holds: the answer is then a few bytes.
        headers.ETag = edition.Tag;
        headers.CacheControl = "public, no-cache";
        context.HttpContext.Features.Set(edition);
        context.HttpContext.Response.OnStarting(static c => HideFromOthers((HttpContext)c), context.HttpContext);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var features = context.HttpContext.Features;
        if (features.Get<PageEdition>() is { } edition)
        {
            features.Get<ReadyDraft>()?.Begin(edition);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || await signIn.IsOnAsync(context.HttpContext))
        {
            context.AllowCacheStorage = false;
        }
    }

    /// <summary>Somebody may have been recognised only on the way to the page, after it was promised to all.</summary>
    private static Task HideFromOthers(HttpContext context)
    {
        if (SignIn.HasUser(context))
        {
            context.Response.Headers.CacheControl = Private;
            context.Response.Headers.ETag = default;
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// The query as it was sent, told apart from every other and not to be read: keys come into logs and other machines, words that people
    /// search for do not.
    /// </summary>
    private static string Seal(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}
