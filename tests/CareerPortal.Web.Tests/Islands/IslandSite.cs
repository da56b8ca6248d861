using CareerPortal.Web.Hosting;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerPortal.Web.Tests.Islands;

/// <summary>The site's own wiring, without its store, around a page with an island, one without, and an address for programs.</summary>
public sealed class IslandSite : IAsyncLifetime
{
    private readonly WebApplication _app;

    public IslandSite()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(App).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = "Test",
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.AddPortalPages();
        builder.AddLoadLimits();
        _app = builder.Build();
        _app.UseSecurity();
        _app.UseLanguages();
        _app.UseFailurePages();
        _app.UseRouting();
        _app.Use(_app.Services.GetRequiredService<CircuitGuard>().PassAsync);
        _app.UseAntiforgery();
        _app.MapTheme();
        _app.MapStaticAssets();
        _app.MapPost("/programme", () => Results.BadRequest("a word for the program"));
        _app.MapRazorComponents<App>().AddAdditionalAssemblies(typeof(IslandPage).Assembly).AddInteractiveServerRenderMode();
    }

    public Uri Address => new(_app.Urls.First());

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
