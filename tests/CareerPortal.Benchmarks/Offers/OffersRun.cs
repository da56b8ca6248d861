using System.Diagnostics;
using System.Globalization;
using CareerPortal.Offers.Board;
using CareerPortal.Search;
using CareerPortal.Testing.Offers;

namespace CareerPortal.Benchmarks.Offers;

/// <summary>
/// <c>offers [count] [alone]</c>: how long the board takes over made offers (<see cref="MadeOffers"/>, 100 000 where no count is given) on one thread: to
/// lay them out, for 2 000 questions of every kind (<see cref="MadeQueries"/>; hits, total and all facets), first page and page 500, the median of five
/// rounds; how much memory it holds; how long fifty changes take. Beside it, unless <c>alone</c>, the words of the same questions on SQLite's FTS5
/// and on Lucene.Net.
/// </summary>
internal static class OffersRun
{
    private const int Usual = 100_000;
    private const int Questions = 2_000;
    private const int Rounds = 5;
    private const int ChangesAtOnce = 50;
    private const int Seed = 13;

    private static readonly DateOnly Today = new(2026, 10, 1);

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Usual;
        var isAlone = args.Contains("alone");
        using var words = new PortalWords();
        var begun = Stopwatch.GetTimestamp();
        var lore = ShippedLore.Of(words);
        Say($"names, places and words: {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms");
        var made = new MadeOffers(Seed, count, Today);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        begun = Stopwatch.GetTimestamp();
        var index = OfferIndex.Build(made.All, lore);
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Say($"own index of {count}: {took:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:0} MiB");
        var questions = new MadeQueries(made, Seed).Take(Questions).ToList();
        foreach (var page in new[] { 1, 500 })
        {
            var rounds = Enumerable
                .Range(0, Rounds + 1)
                .Select(_ => Round(questions, q => index.Find(q with { Page = page }, Today).Total))
                .Skip(1)
                .ToList();
            Tell($"own index, page {page}", rounds);
            if (page == 1)
            {
                foreach (var kind in MadeQueries.Kinds)
                {
                    Tell($"  {kind}", rounds.ConvertAll(r => r.FindAll(t => t.Kind == kind)));
                }
            }
        }

        Changes(made, index, count);
        if (!isAlone)
        {
            var asked = questions.FindAll(q => q.Query.Text is not null && q.Query.Place is null);
            Tell("own index, words alone", Measured(asked, q => index.Find(new OfferQuery { Text = q.Text }, Today).Total));
            using var lucene = new LuceneOffers(made.All, words);
            Say($"Lucene.Net of {count}: {lucene.BuildSeconds:0.0} s");
            Tell("Lucene.Net, hits, total and facets", Measured(asked, q => lucene.Find(q.Text!)));
            using var sqlite = new SqliteOffers(made.All, words);
            Say($"FTS5 of {count}: {sqlite.BuildSeconds:0.0} s");
            Tell("FTS5, hits and total", Measured(asked, q => sqlite.Find(q.Text!, facets: false)));
            Tell("FTS5, hits, total and facets", Measured(asked[..(asked.Count / 10)], q => sqlite.Find(q.Text!, facets: true)));
        }

        return 0;
    }

    private static void Changes(MadeOffers made, OfferIndex index, int count)
    {
        var times = new List<double>();
        var sequence = (long)count;
        for (var round = 0; round < Rounds * 4; round++)
        {
            List<OfferChange> changes =
            [
                .. Enumerable
                    .Range(0, ChangesAtOnce)
                    .Select(i =>
                    {
                        var id = (round * ChangesAtOnce + i) * 17L % count + 1;
                        return new OfferChange(id, ++sequence, i % 3 == 0 ? null : made.Make(id, sequence));
                    }),
            ];
            var begun = Stopwatch.GetTimestamp();
            index = index.With(changes);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        Say($"{ChangesAtOnce} changes: median {times[times.Count / 2]:0.0} ms, longest {times[^1]:0.0} ms");
    }

    private static List<List<(double Milliseconds, string Kind)>> Measured(
        List<(string Kind, OfferQuery Query)> questions,
        Func<OfferQuery, int> ask
    ) => [.. Enumerable.Range(0, 2).Select(_ => Round(questions, ask)).Skip(1)];

    private static List<(double Milliseconds, string Kind)> Round(List<(string Kind, OfferQuery Query)> questions, Func<OfferQuery, int> ask)
    {
        var times = new List<(double, string)>(questions.Count);
        foreach (var (kind, query) in questions)
        {
            var begun = Stopwatch.GetTimestamp();
            ask(query);
            times.Add((Stopwatch.GetElapsedTime(begun).TotalMilliseconds, kind));
        }

        return times;
    }

    /// <summary>The median over the rounds of what each round has.</summary>
    private static void Tell(string what, List<List<(double Milliseconds, string Kind)>> rounds)
    {
        double Of(double share) =>
            rounds.Select(r => r.Select(t => t.Milliseconds).Order().ElementAt((int)((r.Count - 1) * share))).Order().ElementAt(rounds.Count / 2);
        Say($"{what}: p50 {Of(0.5):0.00} ms, p99 {Of(0.99):0.00} ms, longest {Of(1):0.00} ms");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
