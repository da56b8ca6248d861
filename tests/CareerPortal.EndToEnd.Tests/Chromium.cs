using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The Chromium or Chrome of this machine.</summary>
internal static class Chromium
{
    public const string Missing = "No Chromium or Chrome was found: install one, or set CHROME_PATH.";

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

    /// <summary>Its program; null where there is none.</summary>
    public static string? Program =>
        Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } told ? told : UsualPlaces.FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string program) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = program,
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
