using System.Diagnostics;
using System.Globalization;
using CareerPortal.Benchmarks.Attack;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>Readers who ask for a page, pause half a second and ask for the next: how long each answer takes.</summary>
internal static class PausingReaders
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public const string Head = "| asked | users | answers | p50 ms | p95 ms | p99 ms | slowest ms |\n|---|---|---|---|---|---|---|";

    /// <summary>The milliseconds of all answers, the shortest first. An answer that says no breaks it off.</summary>
    public static async Task<List<double>> ReadAsync(SiteProcess site, int users, TimeSpan length, Func<int, int, string> address)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, users)
                .Select(async user =>
                {
                    using var client = new HttpClient { BaseAddress = site.Address };
                    var times = new List<double>();
                    await Task.Delay(Pause * user / users);
                    for (var turn = 0; Stopwatch.GetTimestamp() < until; turn++)
                    {
                        var started = Stopwatch.GetTimestamp();
                        using var answer = await client.GetAsync(new Uri(address(user, turn), UriKind.Relative));
                        await answer.Content.ReadAsByteArrayAsync();
                        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                        answer.EnsureSuccessStatusCode();
                        await Task.Delay(Pause);
                    }

                    return times;
                })
        );
        return [.. all.SelectMany(t => t).Order()];
    }

    public static string Row(string asked, int users, List<double> times) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {asked} | {users} | {times.Count} | {At(times, 0.5):0.0} | {At(times, 0.95):0.0} | {At(times, 0.99):0.0} | {times[^1]:0.0} |"
        );

    public static double At(List<double> times, double share) => times[(int)(times.Count * share)];
}
