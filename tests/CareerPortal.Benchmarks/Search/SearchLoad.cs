using System.Diagnostics;
using System.Globalization;
using CareerPortal.Benchmarks.Attack;

namespace CareerPortal.Benchmarks.Search;

/// <summary>
/// Readers who search the list of occupations and pause between two searches: how long each waits for its answer. What was searched is kept for
/// nobody, so each answer is made. Beside it, in the same run, the list without a search, which is kept.
/// </summary>
internal static class SearchLoad
{
    private const int Port = 5987;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);
    private static readonly string[] Typed =
    [
        "boulanger",
        "infirmière",
        "travailler dehors",
        "electricien",
        "métier avec des animaux",
        "sans diplôme",
        "comptabel",
        "nurse",
        "assistante maternelle",
        "chauffeur poids lourd",
        "menuizier",
        "aide soignant",
        "informatique",
        "vente",
        "technicien de maintenance",
        "puériculteur",
        "l'architecte",
        "conducteur de",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var users = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 20;
        var seconds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 60;
        await using var site = await SiteProcess.StartAsync(Port, ("RateLimits__PagesAtOnce", "1000"));
        await LoadAsync(site, users, Warm, (user, turn) => Search(user + 1000, turn));

        var searches = await LoadAsync(site, users, TimeSpan.FromSeconds(seconds), Search);
        var kept = await LoadAsync(site, users, Warm, (_, _) => "/metiers");

        Console.WriteLine("| asked | users | answers | p50 ms | p95 ms | p99 ms | slowest ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Console.WriteLine(Row("a search", users, searches));
        Console.WriteLine(Row("the list, kept", users, kept));
        if (await site.MemoryAsync() is { } memory)
        {
            Console.WriteLine($"The site holds {memory.Now} MB, at most {memory.Most} MB so far.");
        }

        return 0;
    }

    private static string Search(int user, int turn) =>
        $"/metiers?q={Uri.EscapeDataString(Typed[(user * 7 + turn) % Typed.Length])}&page={1 + (user + turn) % 2}";

    private static async Task<List<double>> LoadAsync(SiteProcess site, int users, TimeSpan length, Func<int, int, string> address)
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

    private static string Row(string asked, int users, List<double> times) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {asked} | {users} | {times.Count} | {At(times, 0.5):0.0} | {At(times, 0.95):0.0} | {At(times, 0.99):0.0} | {times[^1]:0.0} |"
        );

    private static double At(List<double> times, double share) => times[(int)(times.Count * share)];
}
