using System.Diagnostics;
using System.Globalization;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>
/// Public pages of two published sites beside each other, in one run and alternating rounds: kept, and made for their request. Both run on the
/// first core, the load on the second, so that what else the machine does meets both. <c>beside &lt;folder of the older&gt; &lt;folder of the newer&gt;</c>.
/// </summary>
internal static class BesideLoad
{
    private const int Rounds = 9;
    private const int Connections = 4;
    private const int MostRequests = 1_000_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly string[] Kept = ["/metiers/annotateur-de-donnees-ia", "/metiers", "/"];
    private static readonly string[] Made = ["/metiers/annotateur-de-donnees-ia?x=", "/metiers?q=travail+"];

    private static int _asked;

    public static async Task<int> RunAsync(string[] folders)
    {
        var data = Directory.CreateTempSubdirectory("portal-beside");
        PageLoad.StayOnSecondCore();
        var sites = new List<Beside>();
        try
        {
            foreach (var (index, folder) in folders.Index())
            {
                var address = new Uri($"http://127.0.0.1:{5985 + index}");
                var store = Directory.CreateDirectory(Path.Combine(data.FullName, $"{index}")).FullName;
                sites.Add(
                    new Beside(
                        PageLoad.Start(
                            Path.Combine(Path.GetFullPath(folder), "CareerPortal.Web.dll"),
                            [],
                            Path.Combine(data.FullName, $"{index}.log"),
                            pinned: true,
                            ("ASPNETCORE_URLS", address.AbsoluteUri),
                            ("Database__DataFolder", store),
                            ("ASPNETCORE_ENVIRONMENT", "Production")
                        ),
                        address
                    )
                );
                await PageLoad.ReadyAsync(new Uri(address, "/health/ready"));
            }

            Console.WriteLine(
                "| page | bytes (br), older | newer | req/s, older | newer | newer to older | µs of processor, older | newer | newer to older |"
            );
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var page in Kept)
            {
                await CompareAsync(page, sites, () => page);
            }

            foreach (var page in Made)
            {
                await CompareAsync(page + "…", sites, () => $"{page}{Interlocked.Increment(ref _asked) % MostRequests}");
            }

            return 0;
        }
        finally
        {
            foreach (var site in sites)
            {
                site.Process.Kill(entireProcessTree: true);
                await site.Process.WaitForExitAsync();
                site.Process.Dispose();
            }

            data.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(string name, IReadOnlyList<Beside> sites, Func<string> address)
    {
        var bytes = new List<int>();
        foreach (var site in sites)
        {
            await BytesAsync(site, address());
            await Task.Delay(TimeSpan.FromSeconds(2));
            bytes.Add(await BytesAsync(site, address()));
        }

        var loads = sites.Select(_ => new List<PageLoad.Load>()).ToList();
        for (var round = -2; round < Rounds; round++)
        {
            // The one that begins changes with each round.
            foreach (var index in round % 2 == 0 ? new[] { 0, 1 } : [1, 0])
            {
                var load = await LoadAsync(sites[index], address);
                if (round >= 0)
                {
                    loads[index].Add(load);
                }
            }
        }

        var (older, newer) = (loads[0], loads[1]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {bytes[0]} | {bytes[1]} | {PageLoad.Median(older.Select(l => l.Rate)):0} | {PageLoad.Median(newer.Select(l => l.Rate)):0} | "
                    + $"{PageLoad.Median(older.Zip(newer, (o, n) => n.Rate / o.Rate)):0.00} | {PageLoad.Median(older.Select(l => l.Cost)):0.0} | "
                    + $"{PageLoad.Median(newer.Select(l => l.Cost)):0.0} | {PageLoad.Median(older.Zip(newer, (o, n) => n.Cost / o.Cost)):0.00} |"
            )
        );
    }

    private static Task<PageLoad.Load> LoadAsync(Beside site, Func<string> address) =>
        PageLoad.MeasureAsync(
            site.Process,
            Connections,
            Round,
            () =>
            {
                var client = Client(site);
                return (() => AskAsync(client, address()), client);
            }
        );

    private static async Task<int> BytesAsync(Beside site, string address)
    {
        using var client = Client(site);
        return (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
    }

    private static async Task<double> AskAsync(HttpClient client, string address)
    {
        var asked = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    private static HttpClient Client(Beside site)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseCookies = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return client;
    }

    private sealed record Beside(Process Process, Uri Address);
}
