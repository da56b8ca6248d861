using System.Globalization;
using CareerPortal.Testing.Attack;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CareerPortal.Benchmarks.Attack;

/// <summary>Hostile inputs against the site as a process, and a second process that nobody attacked to compare its pages with.</summary>
/// <remarks><c>hostile [seeds] [inputs]</c>: 20 and 2 000 unless told.</remarks>
internal static class HostileRun
{
    private const int Port = 5138;
    private const int MostMegabytes = 600;
    private const int AtOnce = 2;
    private const string High = "100000";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (seeds, inputs) = (Number(arguments, 0, 20), Number(arguments, 1, 2_000));
        var routes = Routes();
        Console.WriteLine(
            $"{routes.Patterns.Count} routes, {routes.QueryKeys.Count} query keys, {routes.FormFields.Count} form fields; {seeds} seeds of {inputs} inputs"
        );

        // The limits would end the campaign after a minute: they are shown elsewhere.
        await using var site = await SiteProcess.StartAsync(
            Port,
            ("RateLimits__AnswersPerMinute", High),
            ("RateLimits__StartsPerMinute", High),
            ("RateLimits__GuessesPerMinute", High)
        );
        var known = await HostileCampaign.KnownPathsAsync(site.Address, CancellationToken.None);
        var campaigns = Enumerable
            .Range(1, seeds)
            .Select(seed => new HostileCampaign(site.Address, routes, known, seed, CancellationToken.None))
            .ToList();
        await Parallel.ForEachAsync(
            campaigns,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (campaign, _) => await campaign.RunAsync(inputs)
        );

        await using var untouched = await SiteProcess.StartAsync(Port + 1);
        var shared = new List<string>();
        foreach (var path in known)
        {
            var page = await RawHttp.SendAsync(untouched.Address, $"GET {path} HTTP/1.1\nHost: localhost");
            if (page!.Header("Set-Cookie") is null)
            {
                shared.Add(path);
            }
        }

        var after = await HostileCampaign.ReadPagesAsync(site.Address, shared, CancellationToken.None);
        var expected = await HostileCampaign.ReadPagesAsync(untouched.Address, shared, CancellationToken.None);
        var faults = campaigns
            .SelectMany(c => c.Faults)
            .Concat(
                after
                    .Where(p => expected[p.Key] != p.Value)
                    .Select(p => $"{p.Key} has changed {HostileCampaign.Difference(p.Value, expected[p.Key])}")
            )
            .ToList();
        var memory = await site.MemoryAsync();

        foreach (var status in campaigns.SelectMany(c => c.Statuses).GroupBy(s => s.Key, s => s.Value).OrderBy(g => g.Key))
        {
            Console.WriteLine($"{(status.Key == 0 ? "cut off" : status.Key)}: {status.Sum()}");
        }

        Console.WriteLine(
            $"{shared.Count} shared pages in three packings compared; memory {memory?.Now} MB, at most {memory?.Most} MB; {faults.Count} faults"
        );
        foreach (var fault in faults.Take(50))
        {
            Console.WriteLine(fault);
        }

        return faults.Count == 0 && !(memory?.Now > MostMegabytes) ? 0 : 1;
    }

    internal static int Number(string[] arguments, int at, int usual) =>
        arguments.Length > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : usual;

    /// <summary>The routes as the site itself knows them: it is built here once for that, and answers nothing.</summary>
    private static PublicRoutes Routes()
    {
        var data = Directory.CreateTempSubdirectory("portal-routes");
        using var factory = new WebApplicationFactory<LoadedComponent>();
        using var site = factory.WithWebHostBuilder(b =>
            b.UseContentRoot(AppContext.BaseDirectory)
                .UseSetting("Database:DataFolder", data.FullName)
                .UseSetting("Serilog:MinimumLevel:Default", "Fatal")
        );
        return PublicRoutes.Of(site.Services);
    }
}
