using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareerPortal.Data;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>Keeps a page under its exact address, the edition of the site, the state of the content and the day.</summary>
internal sealed class SharedPagePolicy(ContentMark mark, SiteEdition site, IOptions<PortalOptions> portal, TimeProvider time) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // Without a public address of its own, the site writes the one it was asked by into its pages.
    private readonly bool _showsHost = portal.Value.PublicAddress is null;

    private readonly ConcurrentDictionary<ContentRealm, Edition> _editions = new();

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        var page = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>();
        if (page is null || !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return;
        }

        headers.Vary = HeaderNames.AcceptEncoding;
        if (!KeptAddress.Is(request, page, _showsHost))
        {
            headers.CacheControl = "private, no-cache";
            return;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        var edition = EditionOf(page.Realms, (await mark.CurrentAsync(cancellation)).Of(page.Realms));
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
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The query as it was sent, told apart from every other and not to be read: keys come into logs and other machines, words that people
    /// search for do not.
    /// </summary>
    private static string Seal(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    /// <summary>
    /// The names of the state of some parts of the content on one day: the same for every request until one of them changes. While the store is
    /// away no day begins, because no page could be made for it.
    /// </summary>
    private Edition EditionOf(ContentRealm realms, Guid content)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (_editions.TryGetValue(realms, out var held) && held.Content == content && (held.Day == day || mark.IsAway))
        {
            return held;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{content:N}.{day:yyyyMMdd}.{site.Name}");
        return _editions[realms] = new Edition(content, day, name, $"W/\"{name}\"");
    }

    private sealed record Edition(Guid Content, DateOnly Day, string Name, string Tag);
}
