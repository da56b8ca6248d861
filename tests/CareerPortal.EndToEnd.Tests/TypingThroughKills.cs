using System.Diagnostics;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Somebody types on while the site is killed at random moments and started again on the same store and port.</summary>
internal static class TypingThroughKills
{
    private const string Slug = "annotateur-de-donnees-ia";
    private const int LongestRun = 8_000;

    /// <summary>What was typed, and what the store has of it.</summary>
    /// <param name="Kills">How often the site was killed.</param>
    /// <param name="Signs">How many signs were typed.</param>
    /// <param name="Lost">How many of them the store has not.</param>
    /// <param name="Foreign">How many it has that were not typed, or twice.</param>
    /// <param name="Conflicts">How many conflicts came of it.</param>
    /// <param name="OpenedByHand">How often the page had to be opened again by hand.</param>
    /// <param name="Time">How long it took.</param>
    /// <param name="Expected">The text as it was typed.</param>
    /// <param name="Stored">The text as it is stored.</param>
    public sealed record Outcome(
        int Kills,
        int Signs,
        int Lost,
        int Foreign,
        long Conflicts,
        int OpenedByHand,
        TimeSpan Time,
        string Expected,
        string Stored
    );

    public static async Task<Outcome> RunAsync(KillableSite site, IPage page, int kills, int seed, Action<int>? onKill = null)
    {
        var clock = Stopwatch.StartNew();
        await site.SignInAsync(page, site.Address);
        var guide = site.GuideOf(Slug);
        var typist = new Typist(page, new Random(seed));
        await typist.OpenAsync($"{site.Address}/espace/guides/{guide}?section=entete");
        var before = typist.Typed.Length;
        var moments = new Random(seed + 1);
        using var end = new CancellationTokenSource();
        var typing = typist.TypeAsync(end.Token);
        for (var kill = 1; kill <= kills && !typing.IsFaulted; kill++)
        {
            await Task.Delay(moments.Next(LongestRun), CancellationToken.None);
            site.Kill();
            await site.RestartAsync();
            onKill?.Invoke(kill);
        }

        await end.CancelAsync();
        await typing;
        await typist.SavedAsync();
        var (expected, stored) = (typist.Typed, site.HookOf(guide));
        var common = CommonTo(expected, stored);
        return new(
            kills,
            expected.Length - before,
            expected.Length - common,
            stored.Length - common,
            site.Conflicts(),
            typist.OpenedByHand,
            clock.Elapsed,
            expected,
            stored
        );
    }

    /// <summary>The length of the longest text that both have in their order.</summary>
    private static int CommonTo(string one, string other)
    {
        var lengths = new int[other.Length + 1];
        foreach (var sign in one)
        {
            var corner = 0;
            for (var at = 1; at <= other.Length; at++)
            {
                (corner, lengths[at]) = (lengths[at], sign == other[at - 1] ? corner + 1 : Math.Max(lengths[at], lengths[at - 1]));
            }
        }

        return lengths[^1];
    }
}
