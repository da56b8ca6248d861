using System.Diagnostics;
using System.Globalization;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>
/// Holds pages kept in the output cache against a constant answer of the same size, in one run: site and yardstick each in a
/// process on the first core, the load on the second, in alternating rounds; the site as it is configured in production. Ratios travel between
/// machines; numbers do not.
/// </summary>
internal static class PageLoad
{
    private const int Rounds = 5;
    private const int Connections = 8;
    private const int Usual = 40_000;
    private const string Site = "http://127.0.0.1:5981";
    private const string Yardstick = "http://127.0.0.1:5982";

    private static readonly string[] Pin = OperatingSystem.IsLinux() && File.Exists("/usr/bin/taskset") ? ["/usr/bin/taskset", "-c", "0"] : [];
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);
    private static readonly string[] Pages = ["/metiers/annotateur-de-donnees-ia", "/metiers", "/"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var pages = arguments.Length > 0 ? arguments : Pages;
        var data = Directory.CreateTempSubdirectory("portal-load");
        var here = AppContext.BaseDirectory;
        StayOnSecondCore();

        // As in production, with its log, which goes into a file: nobody reads it on the core that the load comes from.
        using var site = Start(
            Path.Combine(here, "CareerPortal.Web.dll"),
            [],
            Path.Combine(data.FullName, "site.log"),
            pinned: true,
            ("ASPNETCORE_URLS", Site),
            ("Database__DataFolder", data.FullName),
            ("ASPNETCORE_ENVIRONMENT", "Production")
        );
        try
        {
            await ReadyAsync(new Uri(Site + "/health/ready"));
            Console.WriteLine(
                "| page | bytes (br) | page req/s | same size req/s | ratio | 40 kB req/s | ratio | page p50 ms | page p99 ms "
                    + "| page µs | same size µs | ratio |"
            );
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
            foreach (var page in pages)
            {
                Console.WriteLine(await CompareAsync(page, site, data.FullName, unchanged: false));
            }

            Console.WriteLine(await CompareAsync(pages[0], site, data.FullName, unchanged: true));
            return 0;
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task<string> CompareAsync(string page, Process site, string folder, bool unchanged)
    {
        var address = new Uri(Site + page);
        using (var first = new KeepAliveClient(address))
        {
            // The first answer is made, the next comes from the cache and has its length.
            await TryAsync(first);
        }

        int bytes;
        string? tag;
        using (var second = new KeepAliveClient(address))
        {
            await second.AskAsync();
            (bytes, tag) = (second.BodyBytes, unchanged ? second.Tag : null);
        }

        using var yardstick = Start(
            Path.Combine(AppContext.BaseDirectory, "CareerPortal.Benchmarks.dll"),
            ["constant", Yardstick, bytes.ToString(CultureInfo.InvariantCulture), Usual.ToString(CultureInfo.InvariantCulture)],
            Path.Combine(folder, "yardstick.log"),
            pinned: true
        );
        try
        {
            await ReadyAsync(new Uri(Yardstick + "/"));
            var same = new Uri(Yardstick + (unchanged ? "/unchanged" : "/"));
            var (pages, constants, usuals) = (new List<Load>(), new List<Load>(), new List<Load>());
            for (var round = -1; round < Rounds; round++)
            {
                var (ofPage, ofConstant) = (await LoadAsync(address, tag, site), await LoadAsync(same, tag, yardstick));
                var ofUsual = unchanged ? ofConstant : await LoadAsync(new Uri(Yardstick + "/usual"), null, yardstick);
                if (round >= 0)
                {
                    pages.Add(ofPage);
                    constants.Add(ofConstant);
                    usuals.Add(ofUsual);
                }
            }

            var times = pages.SelectMany(l => l.Times).Order().ToList();
            var ratio = Median(pages.Zip(constants, (p, c) => p.Rate / c.Rate));
            var usual = unchanged
                ? "– | –"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Median(usuals.Select(l => l.Rate)):0} | {Median(pages.Zip(usuals, (p, c) => p.Rate / c.Rate)):0.00}"
                );
            var (pageCost, constantCost) = (Median(pages.Select(l => l.Cost)), Median(constants.Select(l => l.Cost)));
            var costs = Median(pages.Zip(constants, (p, c) => c.Cost / p.Cost));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {page}{(unchanged ? ", not changed (304)" : "")} | {(unchanged ? 0 : bytes)} | {Median(pages.Select(l => l.Rate)):0} | "
                    + $"{Median(constants.Select(l => l.Rate)):0} | {ratio:0.00} | {usual} | {times[times.Count / 2]:0.00} | "
                    + $"{times[(int)(times.Count * 0.99)]:0.00} | {pageCost:0.0} | {constantCost:0.0} | {costs:0.00} |"
            );
        }
        finally
        {
            yardstick.Kill(entireProcessTree: true);
            await yardstick.WaitForExitAsync();
        }
    }

    /// <summary>The server has the first core for itself.</summary>
    public static void StayOnSecondCore()
    {
        if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1)
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1 << 1;
        }
    }

    private static async Task TryAsync(KeepAliveClient client)
    {
        try
        {
            await client.AskAsync();
        }
        catch (InvalidOperationException)
        {
            // The page as it is made comes in chunks, which this client does not read.
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private static Task<Load> LoadAsync(Uri address, string? tag, Process server) =>
        MeasureAsync(
            server,
            Connections,
            Round,
            () =>
            {
                var client = new KeepAliveClient(address, tag);
                return (client.AskAsync, client);
            }
        );

    /// <summary>Asks over some connections for the length of a round, one request after the other on each.</summary>
    /// <param name="server">Whose work is counted.</param>
    /// <param name="connections">How many.</param>
    /// <param name="round">How long.</param>
    /// <param name="connect">Opens a connection: how it asks once, telling the milliseconds, and what closes it.</param>
    public static async Task<Load> MeasureAsync(
        Process server,
        int connections,
        TimeSpan round,
        Func<(Func<Task<double>> Ask, IDisposable Client)> connect
    )
    {
        var until = Stopwatch.GetTimestamp() + (long)(round.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var before = WorkOf(server);
        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var (ask, client) = connect();
                        using (client)
                        {
                            var times = new List<double>(100_000);
                            while (Stopwatch.GetTimestamp() < until)
                            {
                                times.Add(await ask());
                            }

                            return times;
                        }
                    })
                )
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = runs.SelectMany(t => t).ToList();
        return new Load(all.Count / seconds, (WorkOf(server) - before).TotalMicroseconds / all.Count, all);
    }

    private static TimeSpan WorkOf(Process server)
    {
        server.Refresh();
        return server.TotalProcessorTime;
    }

    /// <summary>
    /// Starts a program, on the first core where it is pinned, with its output in a file, so that reading it takes nothing from the load.
    /// </summary>
    public static Process Start(string dll, string[] arguments, string output, bool pinned, params (string Name, string Value)[] environment)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", ["/c", "dotnet", dll, .. arguments, ">", output])
            : new ProcessStartInfo(
                "/bin/sh",
                ["-c", "out=$1; shift; exec \"$@\" > \"$out\"", "sh", output, .. pinned ? Pin : [], "dotnet", dll, .. arguments]
            );
        start.WorkingDirectory = Path.GetDirectoryName(dll);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task ReadyAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if ((await client.GetAsync(address)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{address} did not answer.");
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>One round: requests a second, microseconds of the server's processor for one, and how long each took.</summary>
    public sealed record Load(double Rate, double Cost, List<double> Times);
}
