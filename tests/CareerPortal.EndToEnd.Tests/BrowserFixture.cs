using CareerPortal.EndToEnd.Tests;
using CareerPortal.Web.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The site on a real port, and one Chromium for all journeys; each journey has a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Lazy<Task<IBrowser>>? _whole;

    public PortalFactory Portal { get; } = new();

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var chromium = Chromium.Program;
        if (chromium is null)
        {
            return;
        }

        Portal.UseKestrel(0);
        Portal.StartServer();
        Address = Portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        Assertions.SetDefaultExpectTimeout(Window.LongestAnswer);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright, Chromium.Quick!);
        _whole = Chromium.Quick == chromium ? null : new(() => Chromium.LaunchAsync(_playwright, chromium));
    }

    /// <summary>Opens a window that shares nothing with the others; of a whole browser where bars and paper matter.</summary>
    public async Task<Window> OpenAsync(
        int width = 1280,
        int height = 900,
        bool script = true,
        ColorScheme theme = ColorScheme.Light,
        string language = "fr",
        bool isWhole = false
    )
    {
        if (_browser is null)
        {
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), Chromium.Missing);
            Assert.Fail(Chromium.Missing);
        }

        var program = isWhole && _whole is not null ? await _whole.Value : _browser;
        var context = await program.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = height },
                JavaScriptEnabled = script,
                ColorScheme = theme,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = language + "-BE",
            }
        );
        context.SetDefaultTimeout(Window.LongestAnswer);
        return new Window(Portal, context, await context.NewPageAsync(), language);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_whole is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _whole.Value).DisposeAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }
}
