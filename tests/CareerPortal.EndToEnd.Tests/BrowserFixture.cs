using CareerPortal.EndToEnd.Tests;
using CareerPortal.Web.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The site on a real port, and one Chromium for all journeys; each journey has a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public PortalFactory Portal { get; } = new();

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } told ? told : UsualPlaces.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            return;
        }

        Portal.UseKestrel(0);
        Portal.StartServer();
        Address = Portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        Assertions.SetDefaultExpectTimeout(Window.LongestAnswer);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium,
                Headless = true,
                Args =
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>Opens a window that shares nothing with the others.</summary>
    public async Task<Window> OpenAsync(
        int width = 1280,
        int height = 900,
        bool script = true,
        ColorScheme theme = ColorScheme.Light,
        string language = "fr"
    )
    {
        if (_browser is null)
        {
            const string Missing = "No Chromium or Chrome was found: install one, or set CHROME_PATH.";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), Missing);
            Assert.Fail(Missing);
        }

        var context = await _browser.NewContextAsync(
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

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }
}
