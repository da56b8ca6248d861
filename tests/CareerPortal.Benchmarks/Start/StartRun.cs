using System.Diagnostics;
using System.Globalization;
using CareerPortal.Benchmarks.Pages;

namespace CareerPortal.Benchmarks.Start;

/// <summary>
/// Starts published sites, each on a store that it has filled before, in turn: how long from the start of the program to its first page, and
/// what it holds of memory once it rests.
/// </summary>
internal static class StartRun
{
    private const int Rounds = 7;
    private const string Address = "http://127.0.0.1:5985";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] folders)
    {
        if (folders.Length == 0)
        {
            Console.Error.WriteLine("Name one or more folders that 'dotnet publish' has written.");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("portal-start");
        try
        {
            var runs = folders.ToDictionary(f => f, _ => new List<Run>());
            for (var round = -1; round < Rounds; round++)
            {
                foreach (var folder in folders)
                {
                    var run = await StartAsync(folder, data.FullName, rests: round == Rounds - 1);
                    if (round >= 0)
                    {
                        runs[folder].Add(run);
                    }
                }
            }

            Console.WriteLine("| site | first page after, ms | fastest | slowest | work of the processor, ms | at rest, MB |");
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach (var (folder, all) in runs)
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {folder} | {Median(all.Select(r => r.Milliseconds)):0} | {all.Min(r => r.Milliseconds):0} | "
                            + $"{all.Max(r => r.Milliseconds):0} | {Median(all.Select(r => r.Work)):0} | {all[^1].Memory:0} |"
                    )
                );
            }

            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<Run> StartAsync(string folder, string data, bool rests)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var started = Stopwatch.GetTimestamp();
        using var site = PageLoad.Start(
            Path.Combine(Path.GetFullPath(folder), "CareerPortal.Web.dll"),
            [],
            Path.Combine(data, "site.log"),
            pinned: false,
            ("ASPNETCORE_URLS", Address),
            ("Database__DataFolder", data),
            ("ASPNETCORE_ENVIRONMENT", "Production")
        );
        try
        {
            while (!await AnswersAsync(client))
            {
                if (Stopwatch.GetElapsedTime(started) > Longest || site.HasExited)
                {
                    throw new TimeoutException($"The site in {folder} did not answer: {await File.ReadAllTextAsync(Path.Combine(data, "site.log"))}");
                }

                await Task.Delay(5);
            }

            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            site.Refresh();
            var work = site.TotalProcessorTime.TotalMilliseconds;
            if (rests)
            {
                await Task.Delay(Rest);
                site.Refresh();
            }

            return new Run(elapsed, work, site.WorkingSet64 / 1024.0 / 1024.0);
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address + "/"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Run(double Milliseconds, double Work, double Memory);
}
