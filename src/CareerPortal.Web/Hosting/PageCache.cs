using System.IO.Compression;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace CareerPortal.Web.Hosting;

/// <summary>Keeps public pages as compressed bytes until their content changes.</summary>
internal static class PageCache
{
    public static void AddPageCache(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SiteEdition>();
        services.AddSingleton<PageEditions>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SharedPagePolicy>();
        services.AddSingleton<ReadyCounts>();
        services.AddSingleton<ReadyPages>();
        services.AddHostedService<ReadyReport>();
        services.AddHostedService<PageCacheStart>();
        services.AddSingleton<IOutputCacheStore>(s => new KeptPages(s.GetService<GuardedShelf>()));
        services.AddOutputCache(options => options.UseCaseSensitivePaths = true);
        services.AddOptions<OutputCacheOptions>().Configure<SharedPagePolicy>((options, policy) => options.AddBasePolicy(policy));
        if (builder.Configuration.GetConnectionString(RedisShelf.ConnectionName) is { Length: > 0 } redis)
        {
            var options = RedisShelf.Read(redis);
            services.AddSingleton<IPageShelf>(_ => new RedisShelf(options));
            services.AddSingleton<GuardedShelf>();
            services.AddHealthChecks().AddCheck<ShelfHealth>("page cache", tags: [Health.Ready]);
        }

        builder.Services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);

        // Blazor stores an antiforgery cookie on every page it renders, and a response with a cookie is never kept.
        var standard = builder.Services.Last(s => s.ServiceType == typeof(IAntiforgery));
        builder.Services.Remove(standard);
        builder.Services.Add(new ServiceDescriptor(standard.ImplementationType!, standard.ImplementationType!, standard.Lifetime));
        builder.Services.AddSingleton<IAntiforgery>(s => new SharedPageAntiforgery((IAntiforgery)s.GetRequiredService(standard.ImplementationType!)));

        // Gzip is done equally well for a page that is kept and for one that is made for its request alone; Brotli tells them apart (PageBrotli).
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<PageBrotli>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(["image/svg+xml", "application/ld+json", "text/csv"]);
        });
    }

    /// <summary>
    /// Begins to read which edition the site is, which takes as long as making the store ready and needs nothing of it. The start waits for it
    /// before the site listens (<see cref="PageCacheStart"/>).
    /// </summary>
    public static void BeginEdition(this WebApplication app) => _ = app.Services.GetRequiredService<SiteEdition>().ReadAsync();

    /// <summary>
    /// Stands before everything else: what is ready is neither routed, nor logged by itself, nor given headers anew. Whatever is put before it
    /// happens to ready answers too.
    /// </summary>
    public static void UseReadyPages(this WebApplication app) => app.Use(app.Services.GetRequiredService<ReadyPages>().PassAsync);

    /// <summary>
    /// The cache lies outside the compression, so that what it keeps is compressed already, and outside what limits the making of pages.
    /// </summary>
    public static void UsePageCache(this WebApplication app)
    {
        app.UseAcceptedEncoding();
        app.UseOutputCache();
        app.Use(app.Services.GetRequiredService<RenderLanes>().PassAsync);
        app.UseResponseCompression();
    }

    /// <summary>Leaves pages that everyone shares without a token and so without a cookie; they hold no posted form.</summary>
    private sealed class SharedPageAntiforgery(IAntiforgery standard) : IAntiforgery
    {
        private static readonly AntiforgeryTokenSet NoTokens = new(null, null, "none", null);

        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
            HoldsNoForm(httpContext) || IsShared(httpContext) ? NoTokens : standard.GetAndStoreTokens(httpContext);

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

        private static bool HoldsNoForm(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageWithoutFormAttribute>() is not null;

        private static bool IsShared(HttpContext context) =>
            HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is not null;
    }
}
