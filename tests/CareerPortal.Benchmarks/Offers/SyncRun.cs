using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;
using CareerPortal.Testing.Offers;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Benchmarks.Offers;

/// <summary>
/// Reads generated offers from a server that speaks as the open data does, each time in a process of its own: the first time, a second time unchanged,
/// with every fault, and killed at random moments. Fails where the first takes a minute or 500 MB, the second writes a row, a fault closes an offer, or
/// what was killed ends in another store.
/// </summary>
internal static class SyncRun
{
    private const int MostSeconds = 60;
    private const int MostMegabytes = 500;

    /// <summary>Seconds that a process takes before it reads.</summary>
    private const double Starting = 1;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 45_000;
        var kills = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 20;
        await using var server = await OpenDataServer.StartAsync(DateOnly.FromDateTime(DateTime.UtcNow), [.. Enumerable.Range(1, count)]);
        using var store = await FilledAsync();
        Console.WriteLine("| reading | seconds | most memory, MB | what came of it |");
        Console.WriteLine("|---|---|---|---|");
        var first = await TellAsync("first", store, server);
        var firstDigest = await DigestAsync(store);
        await ForgetMarksAsync(store);
        var second = await TellAsync("second", store, server);
        var isGood =
            first.Seconds < MostSeconds
            && Math.Max(first.Megabytes, second.Megabytes) < MostMegabytes
            && second.Said.Contains("added 0, revised 0,", StringComparison.Ordinal)
            && await DigestAsync(store) == firstDigest;
        foreach (var fault in Enum.GetValues<AnswerFault>().Except([AnswerFault.None, AnswerFault.FailingAtFirst]))
        {
            server.Fault = fault;
            await ForgetMarksAsync(store);
            var run = await TellAsync(fault.ToString(), store, server);
            isGood &= run.Said.Contains("closed 0,", StringComparison.Ordinal) && await DigestAsync(store) == firstDigest;
        }

        server.Fault = AnswerFault.None;
        using var killed = await FilledAsync();
        var moment = new Random(13);
        var (ended, held) = (0, new List<int>());
        for (var time = 0; time < kills; time++)
        {
            await ForgetMarksAsync(killed);
            using var process = Start(killed, server);
            if (process.WaitForExit(TimeSpan.FromSeconds(Starting + moment.NextDouble() * first.Seconds * (time + 1) / kills)))
            {
                ended++;
            }
            else
            {
                process.Kill();
                await process.WaitForExitAsync();
                await using var context = killed.CreateDbContext();
                held.Add(await context.JobOffers.CountAsync());
            }
        }

        await ForgetMarksAsync(killed);
        await TellAsync($"after {kills - ended} kills", killed, server);
        var isSame = await DigestAsync(killed) == firstDigest;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"offers there at each kill: {string.Join(' ', held)}; the same store in the end: {isSame}")
        );
        return isGood && isSame ? 0 : 1;
    }

    /// <summary>Reads once, as a process of its own.</summary>
    public static async Task<int> OnceAsync(string file, string address)
    {
        var contexts = new Contexts(file);
        var time = TimeProvider.System;
        var options = new ForemOptions
        {
            Address = address,
            PauseMilliseconds = 0,
            PatienceSeconds = 3,
        };
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var tables = new OfferTablesShelf(contexts, new ContentMark(contexts, time));
        var sync = new OfferSync(new ForemSource(http, options), new OfferWriter(contexts, time), new OfferRuns(contexts, time), tables, time);
        var started = Stopwatch.GetTimestamp();
        var run = await sync.RunAsync(OfferRunKind.Whole, CancellationToken.None);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s: {run.Outcome}, read {run.Read}, added {run.Added}, revised {run.Revised}, "
                    + $"unchanged {run.Unchanged}, closed {run.Closed}, rejected {run.Rejected}"
            )
        );
        return 0;
    }

    private static async Task<TestStore> FilledAsync()
    {
        var store = new TestStore();
        await new CatalogueImport(store, TimeProvider.System).FillEmptyStoreAsync(CancellationToken.None);
        return store;
    }

    private static async Task ForgetMarksAsync(TestStore store)
    {
        await using var context = store.CreateDbContext();
        await context.OfferSources.ExecuteUpdateAsync(s => s.SetProperty(o => o.EntityTag, (string?)null));
    }

    private static async Task<string> DigestAsync(TestStore store)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var context = store.CreateDbContext();
        var offers = context
            .JobOffers.OrderBy(o => o.ExternalId)
            .Select(o => new
            {
                o.ExternalId,
                o.Hash,
                o.State,
                o.Closing,
                o.Returns,
                o.Published,
            });
        await foreach (var offer in offers.AsAsyncEnumerable())
        {
            digest.AppendData(Encoding.UTF8.GetBytes(offer.ToString()!));
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }

    private static Process Start(TestStore store, OpenDataServer server)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SyncRun).Assembly.Location, "sync-once", store.File, server.Address])
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<(double Seconds, long Megabytes, string Said)> TellAsync(string name, TestStore store, OpenDataServer server)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(store, server);
        var said = process.StandardOutput.ReadToEndAsync();
        var most = 0L;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            most = Math.Max(most, process.PeakWorkingSet64);
        }

        var run = (Stopwatch.GetElapsedTime(started).TotalSeconds, most / (1024 * 1024), (await said).Trim());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {run.TotalSeconds:0.0} | {run.Item2} | {run.Item3} |"));
        return run;
    }

    private sealed class Contexts(string file) : IDbContextFactory<PortalDbContext>
    {
        private readonly DbContextOptions<PortalDbContext> _options = Of(file);

        public PortalDbContext CreateDbContext() => new(_options);

        private static DbContextOptions<PortalDbContext> Of(string file)
        {
            var options = new DbContextOptionsBuilder<PortalDbContext>();
            SqliteStore.Configure(options, file);
            return options.Options;
        }
    }
}
