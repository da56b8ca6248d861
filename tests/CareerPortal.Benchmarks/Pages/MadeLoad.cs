using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>
/// Pages that are made for each request (no address twice, not compressed) against a constant answer of the same size, in one run: site and
/// yardstick each in a process on the first core, the load on the second, in alternating rounds; the site as in production, but for limits of
/// requests, which one reader would meet.
/// </summary>
internal static partial class MadeLoad
{
    private const int Rounds = 5;
    private const int Connections = 4;
    private const string Guide = "annotateur-de-donnees-ia";
    private static readonly Uri Site = new("http://127.0.0.1:5985");
    private static readonly Uri Yardstick = new("http://127.0.0.1:5986");
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    private static readonly string[] Words =
    [
        .. (
            "données images travail maison texte numérisation archives soin calme équipe horaire diplôme anglais ordinateur scanner patience bureau "
            + "bruxelles liège namur qualité contrôle saisie traduction test logiciel projet gestion documents bibliothèque musée livre papier temps "
            + "jeune salaire formation enfants machine voyage"
        ).Split(' '),
    ];

    private static int _asked;

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("portal-made");
        PageLoad.StayOnSecondCore();
        using var site = PageLoad.Start(
            Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll"),
            [],
            Path.Combine(data.FullName, "site.log"),
            pinned: true,
            ("ASPNETCORE_URLS", Site.AbsoluteUri),
            ("Database__DataFolder", data.FullName),
            ("RateLimits__AnswersPerMinute", "100000"),
            ("RateLimits__StartsPerMinute", "100000"),
            ("ASPNETCORE_ENVIRONMENT", "Production")
        );
        try
        {
            await PageLoad.ReadyAsync(new Uri(Site, "/health/ready"));
            var quiz = await StartQuizAsync();
            Console.WriteLine("| page | bytes | page req/s | same size req/s | ratio | page ms of processor | p50 ms | p99 ms |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            Console.WriteLine(await CompareAsync("guide", n => $"/metiers/{Guide}?x={n}", site, data.FullName));
            Console.WriteLine(
                await CompareAsync("guide with estimator", n => $"/metiers/micro-taches-ia?tarif={(n % 19_000) + 1}", site, data.FullName)
            );
            Console.WriteLine(await CompareAsync("question", _ => quiz, site, data.FullName));
            Console.WriteLine(
                await CompareAsync("search", n => $"/metiers?q={Words[n % 40]}+{Words[n / 40 % 40]}+{Words[n / 1600 % 40]}", site, data.FullName)
            );
            return 0;
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task<string> StartQuizAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Site };
        var start = new Uri($"/quiz/{Guide}", UriKind.Relative);
        var token = Token().Match(await client.GetStringAsync(start)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "start", ["__RequestVerificationToken"] = token });
        using var started = await client.PostAsync(start, form);
        return started.Headers.Location?.ToString() ?? throw new InvalidOperationException($"No quiz was started: {started.StatusCode}");
    }

    private static async Task<string> CompareAsync(string name, Func<int, string> address, Process site, string folder)
    {
        int bytes;
        using (var client = new HttpClient { BaseAddress = Site })
        {
            bytes = (await client.GetByteArrayAsync(new Uri(address(_asked++), UriKind.Relative))).Length;
        }

        using var yardstick = PageLoad.Start(
            Path.Combine(AppContext.BaseDirectory, "CareerPortal.Benchmarks.dll"),
            ["constant", Yardstick.AbsoluteUri, bytes.ToString(CultureInfo.InvariantCulture), "1"],
            Path.Combine(folder, "yardstick.log"),
            pinned: true
        );
        try
        {
            await PageLoad.ReadyAsync(Yardstick);
            var (pages, constants) = (new List<PageLoad.Load>(), new List<PageLoad.Load>());
            for (var round = -1; round < Rounds; round++)
            {
                var ofPage = await LoadAsync(Site, address, site);
                var ofConstant = await LoadAsync(Yardstick, _ => "/", yardstick);
                if (round >= 0)
                {
                    pages.Add(ofPage);
                    constants.Add(ofConstant);
                }
            }

            var times = pages.SelectMany(l => l.Times).Order().ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {bytes} | {PageLoad.Median(pages.Select(l => l.Rate)):0} | {PageLoad.Median(constants.Select(l => l.Rate)):0} | "
                    + $"{PageLoad.Median(pages.Zip(constants, (p, c) => p.Rate / c.Rate)):0.000} | "
                    + $"{PageLoad.Median(pages.Select(l => l.Cost)) / 1000:0.00} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.99)]:0.0} |"
            );
        }
        finally
        {
            yardstick.Kill(entireProcessTree: true);
            await yardstick.WaitForExitAsync();
        }
    }

    private static Task<PageLoad.Load> LoadAsync(Uri server, Func<int, string> address, Process process) =>
        PageLoad.MeasureAsync(
            process,
            Connections,
            Round,
            () =>
            {
                var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseCookies = false }) { BaseAddress = server };
                return (() => AskAsync(client, address(Interlocked.Increment(ref _asked))), client);
            }
        );

    private static async Task<double> AskAsync(HttpClient client, string address)
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK
            ? Stopwatch.GetElapsedTime(asked).TotalMilliseconds
            : throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
