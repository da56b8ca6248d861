using System.Globalization;
using System.IO.Compression;
using CareerPortal.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace CareerPortal.Web.Hosting;

/// <summary>Keeps public pages as compressed bytes until their content changes.</summary>
internal static class PageCache
{
    private const string RedisName = "Redis";

    public static void AddPageCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(options => options.SizeLimit = 256L * 1024 * 1024);

        // One policy for all requests: named by its type it would be made anew for each.
        builder.Services.AddOptions<OutputCacheOptions>().Configure<ContentMark, TimeProvider>((options, mark, time) => options.AddBasePolicy(new SharedPagePolicy(mark, time)));
        if (builder.Configuration.GetConnectionString(RedisName) is { Length: > 0 } redis)
        {
            builder.Services.AddStackExchangeRedisOutputCache(options =>
            {
                options.Configuration = redis;
                options.InstanceName = "portal:";
            });
        }

        builder.Services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);

        // Blazor stores an antiforgery cookie on every page it renders, and a response with a cookie is never kept.
        var standard = builder.Services.Last(s => s.ServiceType == typeof(IAntiforgery));
        builder.Services.Remove(standard);
        builder.Services.Add(new ServiceDescriptor(standard.ImplementationType!, standard.ImplementationType!, standard.Lifetime));
        builder.Services.AddSingleton<IAntiforgery>(s => new SharedPageAntiforgery((IAntiforgery)s.GetRequiredService(standard.ImplementationType!)));

        // Most answers are compressed once and served often: it pays to do it well.
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(["image/svg+xml", "application/ld+json"]);
        });
    }

    /// <summary>The cache lies outside the compression, so that what it keeps is compressed already, and outside what limits the making of pages.</summary>
    public static void UsePageCache(this WebApplication app)
    {
        app.UseAcceptedEncoding();
        app.UseOutputCache();
        app.Use(app.Services.GetRequiredService<RenderLanes>().PassAsync);
        app.UseResponseCompression();
    }

    /// <summary>Keeps a page under its address, the few query keys that change it, the state of the content and the day.</summary>
    internal sealed class SharedPagePolicy(ContentMark mark, TimeProvider time) : IOutputCachePolicy
    {
        private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
        private static readonly string Build = typeof(SharedPagePolicy).Module.ModuleVersionId.ToString("N")[..8];

        private volatile Edition? _edition;

        public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            var page = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>();
            if (page is null || !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            {
                return;
            }

            context.EnableOutputCaching = true;
            context.AllowCacheLookup = context.AllowCacheStorage = !request.Query.Keys.Any(page.PrivateKeys.Contains);
            context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = Longest;
            context.CacheVaryByRules.QueryKeys = page.VaryBy.Length == 0 ? "" : page.VaryBy;
            context.CacheVaryByRules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
            var edition = EditionOf(await mark.CurrentAsync(cancellation), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
            context.CacheVaryByRules.VaryByValues["edition"] = edition.Name;
            if (context.AllowCacheStorage)
            {
                // A browser keeps the page and asks each time whether it still holds: the answer is then a few bytes.
                context.HttpContext.Response.Headers.ETag = edition.Tag;
                context.HttpContext.Response.Headers.CacheControl = "public, no-cache";
            }
        }

        /// <summary>The names of the content's state on one day: the same for every request until one of them changes.</summary>
        private Edition EditionOf(Guid content, DateOnly day)
        {
            if (_edition is { } held && held.Content == content && held.Day == day)
            {
                return held;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{content:N}.{day:yyyyMMdd}");
            return _edition = new Edition(content, day, name, $"W/\"{name}.{Build}\"");
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

        private sealed record Edition(Guid Content, DateOnly Day, string Name, string Tag);
    }

    /// <summary>Leaves pages that everyone shares without a token and so without a cookie; they hold no posted form.</summary>
    private sealed class SharedPageAntiforgery(IAntiforgery standard) : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
            IsShared(httpContext) ? standard.GetTokens(httpContext) : standard.GetAndStoreTokens(httpContext);

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => standard.GetTokens(httpContext);

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => standard.IsRequestValidAsync(httpContext);

        public Task ValidateRequestAsync(HttpContext httpContext) => standard.ValidateRequestAsync(httpContext);

        public void SetCookieTokenAndHeader(HttpContext httpContext)
        {
            if (!IsShared(httpContext))
            {
                standard.SetCookieTokenAndHeader(httpContext);
            }
        }

        private static bool IsShared(HttpContext context) =>
            HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is not null;
    }
}
