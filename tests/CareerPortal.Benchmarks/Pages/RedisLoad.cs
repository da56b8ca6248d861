using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>
/// What readers notice when Redis is stopped or frozen: times of pages that are kept and of pages that are made, from the moment
/// on which it happens, beside those with Redis well. The site runs on the first core, the load on the second.
/// </summary>
internal static class RedisLoad
{
    private const int Rounds = 3;
    private const int Readers = 4;
    private const string Site = "http://127.0.0.1:5983";
    private const int RedisPort = 5984;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(8);

    private static int _searches;

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("portal-redis");
        var redis = await StartRedisAsync(data.FullName);
        using var site = PageLoad.Start(
            Path.Combine(AppContext.BaseDirectory, "CareerPortal.Web.dll"),
            [],
            Path.Combine(data.FullName, "site.log"),
            pinned: true,
            ("ASPNETCORE_URLS", Site),
            ("Database__DataFolder", data.FullName),
            ("ConnectionStrings__Redis", $"127.0.0.1:{RedisPort}"),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Serilog__MinimumLevel__Default", "Warning")
        );
        try
        {
            await PageLoad.ReadyAsync(new Uri(Site + "/health/ready"));
            using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
            {
                BaseAddress = new Uri(Site),
            };
            await LoadAsync(client, Kept);
            await LoadAsync(client, Made);

            var times = new Dictionary<(string Page, string Redis), List<double>>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (page, address) in new (string, Func<string>)[] { ("kept", Kept), ("made", Made) })
                {
                    Add(page, "well", await LoadAsync(client, address));
                    Signal(redis, "-STOP");
                    Add(page, "frozen", await LoadAsync(client, address));
                    Signal(redis, "-CONT");
                    await RecoverAsync(client);
                    redis.Kill();
                    await redis.WaitForExitAsync();
                    redis.Dispose();
                    Add(page, "stopped", await LoadAsync(client, address));
                    redis = await StartRedisAsync(data.FullName);
                    await RecoverAsync(client);
                }
            }

            Console.WriteLine("| page | Redis | requests | p50 ms | p99 ms | longest ms | p99 to well |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var ((page, state), all) in times)
            {
                var well = times[(page, "well")];
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {page} | {state} | {all.Count} | {At(all, 0.5):0.00} | {At(all, 0.99):0.00} | "
                            + $"{all.Max():0} | {At(all, 0.99) / At(well, 0.99):0.00} |"
                    )
                );
            }

            return 0;

            void Add(string page, string state, List<double> more)
            {
                if (!times.TryGetValue((page, state), out var all))
                {
                    times[(page, state)] = all = [];
                }

                all.AddRange(more);
                Console.Error.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{page}, Redis {state}: {more.Count} requests, p99 {At(more, 0.99):0.00} ms")
                );
            }
        }
        finally
        {
            redis.Kill();
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
            await redis.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static string Kept() => "/metiers/annotateur-de-donnees-ia";

    /// <summary>A page nobody asked for before.</summary>
    private static string Made() => $"/metiers?q=recherche{Interlocked.Increment(ref _searches)}";

    private static async Task<List<double>> LoadAsync(HttpClient client, Func<string> address)
    {
        var started = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, Readers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var times = new List<double>(50_000);
                        while (Stopwatch.GetElapsedTime(started) < Round)
                        {
                            var asked = Stopwatch.GetTimestamp();
                            using var request = new HttpRequestMessage(HttpMethod.Get, address());
                            request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
                            using var answer = await client.SendAsync(request);
                            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                        }

                        return times;
                    })
                )
        );
        return [.. runs.SelectMany(t => t)];
    }

    /// <summary>Waits until the site uses Redis again.</summary>
    private static async Task RecoverAsync(HttpClient client)
    {
        await Task.Delay(Back);
        while (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)) != "Healthy")
        {
            await Task.Delay(200);
        }
    }

    private static async Task<Process> StartRedisAsync(string folder)
    {
        var start = new ProcessStartInfo(
            "redis-server",
            ["--port", RedisPort.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]
        )
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, RedisPort);
                return process;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static double At(List<double> times, double share)
    {
        times.Sort();
        return times[(int)(times.Count * share)];
    }
}
