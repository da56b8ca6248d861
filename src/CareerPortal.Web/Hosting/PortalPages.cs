using System.Text;
using CareerPortal.Web.Guides;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor.Services;

namespace CareerPortal.Web.Hosting;

/// <summary>The pages, the theme's stylesheet and the sitemap.</summary>
internal static class PortalPages
{
    private const string Forever = "public, max-age=31536000, immutable";

    public static void AddPortalPages(this WebApplicationBuilder builder)
    {
        // A build that was not published keeps its files where its manifest says, in every environment.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddLocalization();
        services.AddMudServices();
        services.AddHttpContextAccessor();
        services.AddSingleton<ThemeStylesheet>();
        services.AddSingleton<PublicAddress>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<CircuitHandler, CircuitLanguage>();
        builder.AddSecurity();
    }

    public static void MapTheme(this WebApplication app) =>
        app.MapGet(
            "/theme.{hash}.css",
            async (string hash, ThemeStylesheet theme, HttpContext context) =>
            {
                if (await theme.PathAsync() != $"/theme.{hash}.css")
                {
                    return Results.NotFound();
                }

                context.Response.Headers.CacheControl = Forever;
                return Results.Text(await theme.CssAsync(), "text/css", Encoding.UTF8);
            }
        );

    public static void MapSitemap(this WebApplication app)
    {
        app.MapGet("/sitemap.xml", Sitemap.AnswerAsync).WithMetadata(new RendersAttribute());
        app.MapGet("/sitemap-{part:int}.xml", Sitemap.AnswerPartAsync).WithMetadata(new RendersAttribute());
        app.MapGet("/robots.txt", Sitemap.Robots);
    }

    public static void MapPortalPages(this WebApplication app) => app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
}
