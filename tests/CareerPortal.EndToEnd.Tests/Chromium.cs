using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The Chromium or Chrome of this machine.</summary>
internal static class Chromium
{
    public const string Missing = "No Chromium or Chrome was found: install one, or set CHROME_PATH.";

    private const string Windowless = "/usr/bin/chromium-headless-shell";

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
    public static string? Program => Told ?? UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>
    /// The same browser without a window, where there is one: it draws no bars and panels that nobody sees, and takes less time. What the bars are part of
    /// is not in it: from the end of a page the focus leads nowhere, and what is printed may take a page more.
    /// </summary>
    public static string? Quick => Told is null && File.Exists(Windowless) ? Windowless : Program;

    private static string? Told => Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } told ? told : null;

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
