using System.Globalization;
using CareerPortal.Benchmarks.Attack;
using CareerPortal.Benchmarks.Pages;

namespace CareerPortal.Benchmarks.Search;

/// <summary>
/// Readers who search the list of occupations and pause between two searches: how long each waits for its answer. What was searched is kept for
/// nobody, so each answer is made. Beside it, in the same run, the list without a search, which is kept.
/// </summary>
internal static class SearchLoad
{
    private const int Port = 5987;

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
        await PausingReaders.ReadAsync(site, users, Warm, (user, turn) => Search(user + 1000, turn));

        var searches = await PausingReaders.ReadAsync(site, users, TimeSpan.FromSeconds(seconds), Search);
        var kept = await PausingReaders.ReadAsync(site, users, Warm, (_, _) => "/metiers");

        Console.WriteLine(PausingReaders.Head);
        Console.WriteLine(PausingReaders.Row("a search", users, searches));
        Console.WriteLine(PausingReaders.Row("the list, kept", users, kept));
        if (await site.MemoryAsync() is { } memory)
        {
            Console.WriteLine($"The site holds {memory.Now} MB, at most {memory.Most} MB so far.");
        }

        return 0;
    }

    private static string Search(int user, int turn) =>
        $"/metiers?q={Uri.EscapeDataString(Typed[(user * 7 + turn) % Typed.Length])}&page={1 + (user + turn) % 2}";
}
