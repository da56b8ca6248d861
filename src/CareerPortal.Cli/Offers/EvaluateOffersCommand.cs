using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Offers.Classifying;

namespace CareerPortal.Cli.Offers;

/// <summary><c>offers evaluate</c>: how well occupations are found by titles that nothing was learned from, beside what is simpler.</summary>
internal static class EvaluateOffersCommand
{
    private const int Looked = 5;
    private const int Bins = 10;

    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Write the figures as JSON." };
        var command = new Command(
            "evaluate",
            "Holds a tenth of the catalogue's names back, learns from the others, and tells how often the family (ROME 3) and the occupation are found."
        )
        {
            json,
        };
        command.SetAction((parsed, _) => OffersCommand.TellFaultAsync(parsed, () => RunAsync(parsed, parsed.GetValue(json))));
        return command;
    }

    private static Task RunAsync(ParseResult parsed, bool asJson)
    {
        var split = NameSplit.Of(CataloguePack.ReadShipped());
        var families = split.Rest.Occupations.ToDictionary(o => o.Code, o => o.Facts.Parent, StringComparer.Ordinal);
        var cosine = new PlainCosine([
            .. split.Rest.Occupations.SelectMany(o =>
                o.Facts.Names.SelectMany(n => new[] { n.Masculine, n.Feminine })
                    .Append(o.Facts.Masculine)
                    .Append(o.Facts.Feminine)
                    .Distinct(StringComparer.Ordinal)
                    .Select(title => (title, o.Facts.Parent))
            ),
        ]);
        var watch = Stopwatch.StartNew();
        var classifier = OfferClassifier.Of(split.Rest);
        var learned = watch.Elapsed;
        var plain = Places(split, families, title => cosine.Find(title, Looked));
        var ours = Places(split, families, title => [.. classifier.FamiliesOf(title, Looked).Select(f => f.Code)]);
        watch.Restart();
        var titled = split.Questions.Select(q => (q.Code, Found: classifier.Classify(q.Title, null))).ToList();
        var classified = watch.Elapsed;
        var coded = split.Questions.Select(q => (q.Code, Found: classifier.Classify(q.Title, $"{families[q.Code]}01-1"))).ToList();
        var reliability = Reliability(titled);
        var figures = new (string Name, string Words, double Value)[]
        {
            ("questions", "titles asked", split.Questions.Count),
            ("cosineFirst", "IDF cosine: family first", Share(plain, p => p == 1)),
            ("cosineFive", "IDF cosine: family among five", Share(plain, p => p > 0)),
            ("familyFirst", "family first", Share(ours, p => p == 1)),
            ("familyFive", "family among five", Share(ours, p => p > 0)),
            ("fewerMisses", "misses fewer than the cosine's", 1 - ((double)ours.Count(p => p != 1) / plain.Count(p => p != 1))),
            ("occupationFirst", "occupation first", Share(titled, t => t.Found.Occupations[0].Code == t.Code)),
            ("occupationThree", "occupation among three", Share(titled, t => t.Found.Occupations.Any(o => o.Code == t.Code))),
            ("codedFamily", "with a code: family", Share(coded, t => t.Found.Family == families[t.Code])),
            ("codedFirst", "with a code: occupation first", Share(coded, t => t.Found.Occupations[0].Code == t.Code)),
            ("dropped", "without an occupation", titled.Count(t => t.Found.Occupations.Count == 0)),
            ("reliabilityError", "confidence and truth apart, on average", reliability.Sum(b => b.Count * Math.Abs(b.Said - b.True)) / titled.Count),
            ("learnedSeconds", "seconds to learn", learned.TotalSeconds),
            ("titlesPerSecond", "titles a second", titled.Count / classified.TotalSeconds),
        };
        if (asJson)
        {
            return OffersCommand.WriteAsync(
                parsed,
                null,
                json =>
                {
                    json.WriteStartObject();
                    foreach (var (name, _, value) in figures)
                    {
                        json.WriteNumber(name, Math.Round(value, 4));
                    }

                    json.WriteEndObject();
                }
            );
        }

        var lines = figures
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Words, -42}{f.Value, 10:0.###}"))
            .Concat(
                reliability.Select(b =>
                    string.Create(CultureInfo.InvariantCulture, $"confidence {b.Said:0.00}: right {b.True:0.00} ({b.Count} titles)")
                )
            );
        return parsed.InvocationConfiguration.Output.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }

    /// <summary>The place of the right family for each question: 1 is first, 0 is not among those looked at.</summary>
    private static List<int> Places(NameSplit split, Dictionary<string, string> families, Func<string, IReadOnlyList<string>> find) =>
        [.. split.Questions.Select(q => find(q.Title).ToList().IndexOf(families[q.Code]) + 1)];

    private static double Share<T>(List<T> all, Func<T, bool> isRight) => (double)all.Count(isRight) / all.Count;

    private static List<(double Said, double True, int Count)> Reliability(List<(string Code, OfferClassification Found)> titled) =>
        [
            .. titled
                .Where(t => t.Found.Occupations.Count > 0)
                .GroupBy(t => Math.Min(Bins - 1, (int)(t.Found.Occupations[0].Confidence * Bins)))
                .OrderBy(g => g.Key)
                .Select(g =>
                    (
                        g.Average(t => t.Found.Occupations[0].Confidence),
                        g.Count(t => t.Found.Occupations[0].Code == t.Code) / (double)g.Count(),
                        g.Count()
                    )
                ),
        ];
}
