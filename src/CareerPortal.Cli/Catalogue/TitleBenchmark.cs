using CareerPortal.Cli.Catalogue.Evaluation;
using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Catalogue;

/// <summary>Titles whose occupation experts found: the questions, the titles to choose from and what each stands for.</summary>
internal sealed class TitleBenchmark
{
    private static readonly string[] TextColumns = ["id", "text"];
    private static readonly string[] AnnotationColumns = ["question", "round", "element", "relevance"];

    private TitleBenchmark(IReadOnlyList<(string Key, string Title)> corpus, IReadOnlyList<(string Title, HashSet<string> Right)> questions)
    {
        Corpus = corpus;
        Questions = questions;
    }

    public IReadOnlyList<(string Key, string Title)> Corpus { get; }

    public IReadOnlyList<(string Title, HashSet<string> Right)> Questions { get; }

    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static TitleBenchmark Read(TableFolder folder)
    {
        var concepts = ReadTexts(folder.PathOf("concept_mapping.tsv"));
        var corpus = ReadTexts(folder.PathOf("corpus_elements.tsv"));
        var questions = ReadTexts(folder.PathOf("queries.tsv"));
        var right = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var file = CsvFile.WithoutHeader(folder.PathOf("annotations.tsv"), AnnotationColumns, '\t');
        foreach (var row in file.Rows())
        {
            var question = row.Text("question");
            if (!questions.ContainsKey(question) || !concepts.TryGetValue(row.Text("element"), out var concept))
            {
                throw row.Problem(questions.ContainsKey(question) ? "element" : "question", "is in no table.");
            }

            if (!right.TryGetValue(question, out var own))
            {
                right[question] = own = new HashSet<string>(StringComparer.Ordinal);
            }

            own.Add(concept);
        }

        return new TitleBenchmark(
            [.. corpus.Where(c => concepts.ContainsKey(c.Key)).Select(c => (concepts[c.Key], c.Value))],
            [.. questions.Where(q => right.ContainsKey(q.Key)).Select(q => (q.Value, right[q.Key]))]
        );
    }

    /// <summary>The same without every title that equals a question, and without the questions whose answers thereby lost all titles.</summary>
    public TitleBenchmark WithoutEqual()
    {
        var asked = Asked();
        List<(string Key, string Title)> corpus = [.. Corpus.Where(c => !TitleForms.WithWhole(c.Title).Any(asked.Contains))];
        var left = corpus.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return new TitleBenchmark(corpus, [.. Questions.Where(q => q.Right.Overlaps(left))]);
    }

    /// <summary>In which half a question falls: the same on every machine, whatever the order of the questions.</summary>
    public static TitleHalf HalfOf(string title)
    {
        var hash = 2166136261;
        foreach (var letter in title)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        hash = unchecked((hash ^ (hash >> 13)) * 0x5bd1e995);
        return ((hash ^ (hash >> 15)) & 1) == 0 ? TitleHalf.Learned : TitleHalf.Measured;
    }

    /// <summary>The questions in plain letters: masculine, feminine and whole.</summary>
    public HashSet<string> Asked() => Questions.SelectMany(q => TitleForms.WithWhole(q.Title)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where each question's first right answer stands in what <paramref name="find"/> lists.</summary>
    public Ranks Rank(string name, Func<string, IReadOnlyList<string>> find) =>
        new(name, [.. Questions.AsParallel().AsOrdered().Select(question => find(question.Title).ToList().FindIndex(question.Right.Contains) + 1)]);

    private static Dictionary<string, string> ReadTexts(string path)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var file = CsvFile.WithoutHeader(path, TextColumns, '\t');
        foreach (var row in file.Rows())
        {
            if (!texts.TryAdd(row.Text("id"), row.Text("text")))
            {
                throw row.Problem("id", $"{row.Text("id")} stands twice.");
            }
        }

        return texts;
    }
}
