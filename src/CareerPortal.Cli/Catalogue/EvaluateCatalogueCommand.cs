using System.CommandLine;
using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Catalogue.Evaluation;

namespace CareerPortal.Cli.Catalogue;

/// <summary><c>catalogue evaluate</c>: how well titles and near occupations are found, beside what is simpler.</summary>
internal static class EvaluateCatalogueCommand
{
    private const int Listed = 100;
    private const int Near = 10;

    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description =
                "A folder with the tables of ROME and with titles whose occupation experts found (MELO: queries.tsv, corpus_elements.tsv …).",
        };
        var command = new Command(
            "evaluate",
            "Measures title → occupation (from the words alone, no crosswalk) and near occupations beside BM25 and edit distance."
        )
        {
            folder,
        };
        command.SetAction(
            (parsed, _) =>
                CatalogueCommand.TellFaultAsync(
                    parsed,
                    () => RunAsync(parsed.InvocationConfiguration.Output, TableFolder.At(parsed.GetRequiredValue(folder)))
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TableFolder folder)
    {
        var whole = TitleBenchmark.Read(folder);
        var rome = RomeTables.Read(folder, InterestNames.Load());
        var asked = whole.Asked();
        List<(string, string)> names =
        [
            .. rome
                .Occupations.SelectMany(o =>
                    o.Names.Select(n => (o.Code, n.Masculine, n.Feminine)).Append((o.Code, o.Title.Masculine, o.Title.Feminine))
                )
                .Where(n => !TitleForms.WithWhole(n.Masculine).Concat(TitleForms.WithWhole(n.Feminine)).Any(asked.Contains))
                .Select(n => (n.Code, n.Masculine)),
        ];
        var elsewhere = new TitleMatcher(names);
        await WriteTitlesAsync(output, "Titles equal to a question left out", whole.WithoutEqual(), elsewhere);
        await WriteTitlesAsync(output, "All titles, those equal to a question too", whole, elsewhere);
        await WriteNearAsync(output, rome);
        return 0;
    }

    private static async Task WriteTitlesAsync(TextWriter output, string heading, TitleBenchmark benchmark, TitleMatcher elsewhere)
    {
        await output.WriteLineAsync(Line($"{heading}: {benchmark.Questions.Count} questions, {benchmark.Corpus.Count} titles."));
        await output.WriteLineAsync(Line($"{"", -32}{"hit@1", 8}{"hit@5", 8}{"MRR", 8}{"misses", 8}"));
        var words = new PlainBm25(benchmark.Corpus);
        var titles = new PlainBm25(benchmark.Corpus.Select(c => ($"{c.Key}\n{c.Title}", c.Title)));
        var letters = new PlainEditDistance(benchmark.Corpus);
        var ours = new TitleMatcher(benchmark.Corpus, elsewhere);
        var alone = new TitleMatcher(benchmark.Corpus);
        List<Ranks> baselines =
        [
            benchmark.Rank("BM25, a document an occupation", words.Find),
            benchmark.Rank("BM25, a document a title", t => [.. titles.Find(t).Select(k => k.Split('\n')[0]).Distinct(StringComparer.Ordinal)]),
            benchmark.Rank("edit distance", letters.Find),
        ];
        var own = benchmark.Rank("title matcher", t => [.. ours.Find(t, Listed).Select(m => m.Key)]);
        var ownAlone = benchmark.Rank("title matcher, no other names", t => [.. alone.Find(t, Listed).Select(m => m.Key)]);
        foreach (var ranks in baselines.Append(ownAlone).Append(own))
        {
            await output.WriteLineAsync(ranks.Line);
        }

        await WriteFewerAsync("all questions", baselines, own);
        await WriteFewerAsync(
            "questions that weights were learned from",
            [.. baselines.Select(b => b.Half(benchmark, TitleHalf.Learned))],
            own.Half(benchmark, TitleHalf.Learned)
        );
        await WriteFewerAsync(
            "the other half",
            [.. baselines.Select(b => b.Half(benchmark, TitleHalf.Measured))],
            own.Half(benchmark, TitleHalf.Measured)
        );
        await output.WriteLineAsync();

        Task WriteFewerAsync(string of, IReadOnlyList<Ranks> simpler, Ranks ranks)
        {
            var best = simpler.Min(b => b.Misses);
            return output.WriteLineAsync(
                Line($"{of}: {ranks.Misses} misses of {ranks.Found.Count}, best baseline {best}: {100.0 * (best - ranks.Misses) / best:0.0} % fewer.")
            );
        }
    }

    /// <summary>The links of mobility are what is asked for; nothing that answers has seen them.</summary>
    private static async Task WriteNearAsync(TextWriter output, RomeTables rome)
    {
        var linked = rome.Occupations.Where(o => o.Neighbours.Count > 0).ToList();
        List<(string Key, string Title)> titles =
        [
            .. rome.Occupations.SelectMany(o => o.Names.Select(n => (o.Code, n.Masculine)).Append((o.Code, o.Title.Masculine))),
        ];
        var likeness = new OccupationLikeness(rome.Occupations.Select(o => (o.Code, o.ToFacts())));
        var words = new PlainBm25(titles);
        var letters = new PlainEditDistance(rome.Occupations.Select(o => (o.Code, o.Title.Masculine)));
        await output.WriteLineAsync(
            Line($"Near occupations: {linked.Count} with {linked.Sum(o => o.Neighbours.Count)} links of mobility, none seen.")
        );
        await output.WriteLineAsync(Line($"{"", -32}{"recall@10", 12}"));
        await WriteRecallAsync("BM25", o => words.Find(o.Title.Masculine));
        await WriteRecallAsync("edit distance", o => letters.Find(o.Title.Masculine));
        await WriteRecallAsync("words and profile", o => [.. likeness.Near(o.Code, Near).Select(n => n.Code)]);

        Task WriteRecallAsync(string name, Func<RomeOccupation, IReadOnlyList<string>> find)
        {
            var recall = linked
                .AsParallel()
                .AsOrdered()
                .Select(o =>
                    find(o).Where(code => code != o.Code).Take(Near).Count(code => o.Neighbours.Exists(n => n.Code == code))
                    / (double)o.Neighbours.Count
                )
                .ToList();
            return output.WriteLineAsync(Line($"{name, -32}{recall.Average(), 12:0.000}"));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
