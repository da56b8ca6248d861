using System.Diagnostics;
using System.Globalization;
using CareerPortal.Benchmarks.Attack;
using CareerPortal.Benchmarks.Pages;
using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Testing;
using CareerPortal.Testing.Offers;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Benchmarks.Offers;

/// <summary>
/// <c>board [count] [users] [seconds] [pinned]</c>: the site over made offers (100 000, 20 and 60 where nothing is said), as job seekers meet it: from its
/// start to the first list, what other pages take meanwhile, and then readers who search the board by questions of every kind and pause half a second,
/// the median of five rounds. With <c>pinned</c> the site has core 0 alone; started under <c>taskset -c 1</c> the readers have the other.
/// </summary>
internal static class BoardLoad
{
    private const int Port = 5986;
    private const int Rounds = 5;
    private const int Seed = 13;
    private const int BatchSize = 5_000;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] arguments)
    {
        int[] numbers = [.. arguments.Where(a => a.All(char.IsAsciiDigit)).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        var (count, users, seconds) = (numbers.ElementAtOrDefault(0, 100_000), numbers.ElementAtOrDefault(1, 20), numbers.ElementAtOrDefault(2, 60));
        var made = new MadeOffers(Seed, count, BelgianDay.Today(TimeProvider.System));
        var data = await FilledAsync(made);
        var begun = Stopwatch.GetTimestamp();
        await using var site = SiteProcess.Start(
            Port,
            data,
            arguments.Contains("pinned") ? 0 : null,
            ("RateLimits__PagesAtOnce", "1000"),
            ("Offers__Forem__Enabled", "false")
        );
        await site.ReadyAsync();
        Say($"from its start to ready: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
        await TellMeanwhileAsync(site, begun);
        string[] addresses =
        [
            .. new MadeQueries(made, Seed)
                .Take(2_000)
                .Select(q => OfferAddress.Path + OfferAddress.Of(q.Query with { Page = 1 }))
                .Select(a => a.Length > 2_000 ? OfferAddress.Path : a),
        ];
        await PausingReaders.ReadAsync(site, users, Warm, (user, turn) => addresses[(user * 131 + turn) % addresses.Length]);
        Console.WriteLine(PausingReaders.Head);
        var rounds = new List<List<double>>();
        for (var round = 0; round < Rounds; round++)
        {
            var from = round * 397;
            rounds.Add(
                await PausingReaders.ReadAsync(
                    site,
                    users,
                    TimeSpan.FromSeconds(seconds),
                    (user, turn) => addresses[(from + user * 101 + turn * 7) % addresses.Length]
                )
            );
            Console.WriteLine(PausingReaders.Row($"the board, round {round + 1}", users, rounds[^1]));
        }

        var held = await site.MemoryAsync();
        Say($"median of the rounds: p50 {Median(0.5):0.0} ms, p99 {Median(0.99):0.0} ms; memory {held?.Now} MB, at most {held?.Most} MB");
        return 0;

        double Median(double share) => rounds.Select(r => PausingReaders.At(r, share)).Order().ElementAt(Rounds / 2);
    }

    /// <summary>While the board is laid out, the rest of the site answers; how long until the list does.</summary>
    private static async Task TellMeanwhileAsync(SiteProcess site, long begun)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var meanwhile = new List<double>();
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            using var home = await client.GetAsync(new Uri("/metiers?q=boulanger", UriKind.Relative));
            home.EnsureSuccessStatusCode();
            meanwhile.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            using var list = await client.GetAsync(new Uri("/offres", UriKind.Relative));
            if (list.IsSuccessStatusCode)
            {
                break;
            }
        }

        meanwhile.Sort();
        Say($"from its start to the first list: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
        Say($"other pages meanwhile: {meanwhile.Count}, slowest {meanwhile[^1]:0} ms");
    }

    private static async Task<DirectoryInfo> FilledAsync(MadeOffers made)
    {
        using var store = new TestStore();
        await new CatalogueImport(store, TimeProvider.System).FillEmptyStoreAsync(CancellationToken.None);
        var now = DateTime.UtcNow;
        await using (var context = store.CreateDbContext())
        {
            context.Add(
                new OfferSource
                {
                    Key = "made",
                    Kind = OfferSourceKind.OpenData,
                    Name = "Made",
                    Licence = "CC0",
                    Attribution = "Made",
                }
            );
            context.Add(new OfferCounter { Last = made.All.Count });
            await context.SaveChangesAsync();
        }

        foreach (var batch in made.All.Chunk(BatchSize))
        {
            await using var context = store.CreateDbContext();
            context.AddRange(batch.Select(o => RowOf(o, now)));
            await context.SaveChangesAsync();
        }

        SqliteConnection.ClearAllPools();
        var data = Directory.CreateTempSubdirectory("portal-board");
        File.Copy(store.File, Path.Combine(data.FullName, "portal.db"));
        return data;
    }

    private static JobOffer RowOf(OpenOffer offer, DateTime now) =>
        new()
        {
            Source = "made",
            ExternalId = offer.Id.ToString(CultureInfo.InvariantCulture),
            Facts = offer.Facts,
            Hash = "",
            FirstSeenUtc = now,
            LastSeenUtc = now,
            Published = offer.Facts.Published,
            OccupationCode = offer.OccupationCode,
            OccupationOrigin = offer.OccupationCode is null ? null : OfferOccupationOrigin.Title,
            Sureness = offer.OccupationCode is null ? null : 0.9,
            SameAs = offer.SameAs,
            Sequence = offer.Sequence,
        };

    private static int ElementAtOrDefault(this int[] numbers, int at, int otherwise) => at < numbers.Length ? numbers[at] : otherwise;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
