using System.Globalization;
using CareerPortal.EndToEnd.Tests;
using Microsoft.Playwright;

namespace CareerPortal.Benchmarks.Kills;

/// <summary>
/// What is lost of a text when the site is killed at random moments under somebody who types it in a browser: <c>kills [how often] [seed]</c>.
/// </summary>
internal static class KillsRun
{
    private const int Usual = 50;
    private const int UsualSeed = 2026;
    private const float LongestAnswer = 60_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Usual;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : UsualSeed;
        if (Chromium.Program is not { } program)
        {
            await Console.Error.WriteLineAsync(Chromium.Missing);
            return 2;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright, program);
        Assertions.SetDefaultExpectTimeout(LongestAnswer);
        var page = await browser.NewPageAsync(new() { Locale = "fr-BE" });
        page.SetDefaultTimeout(LongestAnswer);
        await using var site = await KillableSite.StartAsync();
        var outcome = await TypingThroughKills.RunAsync(site, page, kills, seed, kill => Console.Error.WriteLine($"kill {kill} of {kills}"));
        Console.WriteLine("| kills | seed | signs typed | lost | not typed | conflicts | page opened by hand | minutes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {outcome.Kills} | {seed} | {outcome.Signs} | {outcome.Lost} | {outcome.Foreign} | {outcome.Conflicts} | "
                    + $"{outcome.OpenedByHand} | {outcome.Time.TotalMinutes:0.0} |"
            )
        );
        if (outcome is { Lost: 0, Foreign: 0, Conflicts: 0 })
        {
            return 0;
        }

        await Console.Error.WriteLineAsync($"typed:\n{outcome.Expected}\nstored:\n{outcome.Stored}");
        return 1;
    }
}
