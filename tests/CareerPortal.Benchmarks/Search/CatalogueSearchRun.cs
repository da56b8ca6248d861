using System.Diagnostics;
using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Exchange;
using CareerPortal.Search;

namespace CareerPortal.Benchmarks.Search;

/// <summary>
/// <c>search</c>: how long one search over the names of the whole shipped catalogue takes, for each query of a file (one a line, what follows a
/// semicolon left out), after one round to warm up.
/// </summary>
internal static class CatalogueSearchRun
{
    private const int Rounds = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("search <file with queries> …");
            return 1;
        }

        var queries = args.SelectMany(File.ReadLines).Select(l => l.Split(';')[0]).Where(q => q.Length > 0).ToList();
        var index = IndexOfShipped();
        var times = new List<(double Milliseconds, string Query)>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var query in queries)
            {
                var begun = Stopwatch.GetTimestamp();
                index.Find(query, Languages.Default);
                if (round > 0)
                {
                    times.Add((Stopwatch.GetElapsedTime(begun).TotalMilliseconds, query));
                }
            }
        }

        times.Sort();
        var (usual, late) = (times[times.Count / 2].Milliseconds, times[(int)(times.Count * 0.99)].Milliseconds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{index.NameCount} names, {times.Count} searches: median {usual:0.000} ms, p99 {late:0.000} ms, longest {times[^1].Milliseconds:0.000} ms"
            )
        );
        foreach (
            var (query, milliseconds) in times
                .GroupBy(t => t.Query)
                .Select(g => (g.Key, Typical: g.Order().ElementAt(Rounds / 2).Milliseconds))
                .OrderByDescending(q => q.Typical)
                .Take(5)
        )
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {milliseconds:0.000} ms « {query} »"));
        }

        return 0;
    }

    private static OccupationIndex IndexOfShipped()
    {
        var edition = CataloguePack.ReadShipped();
        var labels = edition.Terms.ToLookup(t => (t.Kind, t.Code), t => t.Label);
        var meanings = ExchangeFolder
            .FirstContent.Read()
            .SearchMeanings.Select(m => new SearchMeaning
            {
                Code = m.Code,
                Language = m.Language,
                Said = [.. m.Said],
                Means = [.. m.Means ?? []],
                Conditions = [.. m.Conditions ?? []],
                Studies = [.. m.Studies ?? []],
                Contexts = [.. m.Contexts ?? []],
                Interests = [.. m.Interests ?? []],
            });
        return new OccupationIndex(
            [
                .. edition.Occupations.Select(o =>
                    SoughtEntries.Of(o.Facts, (kind, code) => labels[(kind, code)].FirstOrDefault() ?? new LocalisedText(code))
                ),
            ],
            meanings,
            new PortalWords()
        );
    }
}
