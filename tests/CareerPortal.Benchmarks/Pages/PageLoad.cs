using System.Diagnostics;
using System.Globalization;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>
/// Holds pages kept in the output cache against a constant answer of the same size, in one run: site and yardstick each in a
/// process on the first core, the load on the second, in alternating rounds. Ratios travel between machines; numbers do not.
/// </summary>
internal static class PageLoad
{
    private const int Rounds = 5;
    private const int Connections = 8;
    private const int Usual = 40_000;
    private const string Site = "http://127.0.0.1:5981";
    private const string Yardstick = "http://127.0.0.1:5982";

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);
    private static readonly string[] Pages = ["/metiers/annotateur-de-donnees-ia", "/metiers", "/"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var pages = arguments.Length > 0 ? arguments : Pages;
        var data = Directory.CreateTempSubdirectory("portal-load");
        var here = AppContext.BaseDirectory;
        using var site = Start(
            Path.Combine(here, "CareerPortal.Web.dll"),
            [],
            ("ASPNETCORE_URLS", Site),
            ("Database__DataFolder", data.FullName),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Serilog__MinimumLevel__Default", "Warning")
        );
        try
        {
            await ReadyAsync(new Uri(Site + "/health/ready"));
            Console.WriteLine("| page | bytes (br) | page req/s | same size req/s | ratio | 40 kB req/s | ratio | page p50 ms | page p99 ms |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var page in pages)
            {
                Console.WriteLine(await CompareAsync(page, here));
            }

            return 0;
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task<string> CompareAsync(string page, string here)
    {
        var address = new Uri(Site + page);
        using (var first = new KeepAliveClient(address))
        {
            // The first answer is made, the second comes from the cache and has its length.
            await TryAsync(first);
        }

        int bytes;
        using (var second = new KeepAliveClient(address))
        {
            await second.AskAsync();
            bytes = second.BodyBytes;
        }

        using var yardstick = Start(
            Path.Combine(here, "CareerPortal.Benchmarks.dll"),
            ["constant", Yardstick, bytes.ToString(CultureInfo.InvariantCulture), Usual.ToString(CultureInfo.InvariantCulture)]
        );
        try
        {
            await ReadyAsync(new Uri(Yardstick + "/"));
            var (pageRates, constantRates, usualRates, times) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = -1; round < Rounds; round++)
            {
                var (pageRate, pageTimes) = await LoadAsync(address);
                var (constantRate, _) = await LoadAsync(new Uri(Yardstick + "/"));
                var (usualRate, _) = await LoadAsync(new Uri(Yardstick + "/usual"));
                if (round >= 0)
                {
                    pageRates.Add(pageRate);
                    constantRates.Add(constantRate);
                    usualRates.Add(usualRate);
                    times.AddRange(pageTimes);
                }
            }

            times.Sort();
            var ratio = Median([.. pageRates.Zip(constantRates, (p, c) => p / c)]);
            var usualRatio = Median([.. pageRates.Zip(usualRates, (p, c) => p / c)]);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {page} | {bytes} | {Median(pageRates):0} | {Median(constantRates):0} | {ratio:0.00} | "
                    + $"{Median(usualRates):0} | {usualRatio:0.00} | {times[times.Count / 2]:0.00} | {times[(int)(times.Count * 0.99)]:0.00} |"
            );
        }
        finally
        {
            yardstick.Kill(entireProcessTree: true);
            await yardstick.WaitForExitAsync();
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

    private static async Task<(double Rate, List<double> Times)> LoadAsync(Uri address)
    {
        var until = Stopwatch.GetTimestamp() + (long)(Round.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        using var client = new KeepAliveClient(address);
                        var times = new List<double>(100_000);
                        while (Stopwatch.GetTimestamp() < until)
                        {
                            times.Add(await client.AskAsync());
                        }

                        return times;
                    })
                )
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = runs.SelectMany(t => t).ToList();
        return (all.Count / seconds, all);
    }

    public static Process Start(string dll, string[] arguments, params (string Name, string Value)[] environment)
    {
        var pinned = OperatingSystem.IsLinux() && File.Exists("/usr/bin/taskset");
        var start = new ProcessStartInfo(pinned ? "/usr/bin/taskset" : "dotnet")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(dll),
        };
        foreach (var argument in (string[])[.. pinned ? (string[])["-c", "0", "dotnet"] : [], dll, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
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

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
