using System.Diagnostics;
using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Search;

/// <summary>How well the search over the shipped catalogue and the first guides answers graded queries.</summary>
public sealed class CatalogueGoldTests(CatalogueGoldTests.Content content, ITestOutputHelper output) : IClassFixture<CatalogueGoldTests.Content>
{
    private const int Looked = 10;

    [Fact]
    public async Task Search_ForOpenCases_AnswersWell()
    {
        var figures = await content.MeasureAsync("catalogue-cases.json", TestContext.Current.CancellationToken);

        output.WriteLine(figures.ToString());
        Assert.InRange(figures.Overall, 0.90, 1);
        Assert.Equal(figures.Negatives, figures.NegativesKept);
        Assert.Equal(0, figures.Empty);
    }

    /// <summary>Cases that nobody looked at while the search was built: the figure is told, and only a collapse fails.</summary>
    [Fact]
    public async Task Search_ForSealedCases_AnswersToo()
    {
        var figures = await content.MeasureAsync("catalogue-cases.sealed.json", TestContext.Current.CancellationToken);

        output.WriteLine(figures.ToString());
        Assert.InRange(figures.Overall, 0.70, 1);
    }

    /// <summary>What was measured over one file.</summary>
    public sealed record Figures(
        IReadOnlyDictionary<string, double> ByKind,
        double Overall,
        int Negatives,
        int NegativesKept,
        int Empty,
        int Cases,
        double Milliseconds
    )
    {
        public override string ToString() =>
            FormattableString.Invariant(
                $"nDCG@10 {Overall:0.000}; negatives kept out {NegativesKept}/{Negatives}; zero hits {Empty}/{Cases}; p99 {Milliseconds:0.00} ms"
            ) + string.Concat(ByKind.Select(k => FormattableString.Invariant($"\n  {k.Key} {k.Value:0.000}")));
    }

    /// <summary>The shipped catalogue and the first content in a store, read once.</summary>
    public sealed class Content : IAsyncLifetime
    {
        private readonly TestStore _store = new();
        private OccupationSearch _search = null!;

        public async ValueTask InitializeAsync()
        {
            await _store.ImportFirstContentAsync();
            await new CatalogueImport(_store, _store.Time).FillEmptyStoreAsync(CancellationToken.None);
            var mark = new ContentMark(_store, _store.Time);
            _search = new OccupationSearch(_store, _store.Library(), new CatalogueShelf(_store, mark), TestStore.Words);
        }

        public ValueTask DisposeAsync()
        {
            _store.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>The codes of the first occupations that a French query finds; a guide stands for the catalogue's occupation that it is about.</summary>
        public async Task<IReadOnlyList<string?>> FindAsync(string text, CancellationToken cancellation)
        {
            await using var file = File.OpenRead(PathOf("catalogue-cases.json"));
            using var gold = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
            var own = gold.RootElement.GetProperty("own").EnumerateObject().ToDictionary(o => o.Name, o => o.Value.GetString());
            var result = await SearchAsync(text, cancellation);
            return [.. result.Shown.Take(Looked).Select(s => CodeOf(s.Item, [], own))];
        }

        public Task<OccupationResult> SearchAsync(string text, CancellationToken cancellation) =>
            _search.SearchAsync(Languages.Default, new OccupationQuery { Text = text }, cancellation);

        /// <summary>The rows of a list in the folder, without its heading.</summary>
        public static IEnumerable<string[]> RowsOf(string file) => File.ReadLines(PathOf(file)).Skip(1).Select(l => l.Split(';'));

        public async Task<Figures> MeasureAsync(string file, CancellationToken cancellation)
        {
            using var gold = JsonDocument.Parse(await File.ReadAllTextAsync(PathOf(file), cancellation));
            var own = gold.RootElement.GetProperty("own").EnumerateObject().ToDictionary(o => o.Name, o => o.Value.GetString());
            var byKind = new Dictionary<string, List<double>>(StringComparer.Ordinal);
            var times = new List<double>();
            var (negatives, kept, empty, cases) = (0, 0, 0, 0);
            foreach (var graded in gold.RootElement.GetProperty("cases").EnumerateArray())
            {
                cases++;
                var language = graded.GetProperty("language").GetString()!;
                var query = new OccupationQuery { Text = graded.GetProperty("query").GetString() };
                var grades = graded.GetProperty("grades").EnumerateObject().ToDictionary(g => g.Name, g => g.Value.GetInt32());
                await _search.SearchAsync(language, query, cancellation);
                var begun = Stopwatch.GetTimestamp();
                var result = await _search.SearchAsync(language, query, cancellation);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                empty += result.Total == 0 ? 1 : 0;
                var codes = result.Shown.Take(Looked).Select(s => CodeOf(s.Item, grades, own)).ToList();
                if (grades.Count > 0)
                {
                    var gains = codes.Select((c, i) => c is not null && codes.IndexOf(c) == i ? grades.GetValueOrDefault(c) : 0);
                    var ideal = Worth(grades.Values.OrderDescending());
                    var kind = graded.GetProperty("kind").GetString()!;
                    byKind.TryAdd(kind, []);
                    byKind[kind].Add(Worth(gains) / ideal);
                }

                if (graded.TryGetProperty("mustNot", out var forbidden))
                {
                    negatives++;
                    kept += forbidden.EnumerateArray().Any(f => codes.Contains(f.GetString())) ? 0 : 1;
                }
            }

            times.Sort();
            return new Figures(
                byKind.ToDictionary(k => k.Key, k => k.Value.Average()),
                byKind.Values.SelectMany(v => v).Average(),
                negatives,
                kept,
                empty,
                cases,
                times[(int)(times.Count * 0.99)]
            );
        }

        private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Search", "Gold", file);

        public static double Worth(IEnumerable<int> grades) => grades.Take(Looked).Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();

        private static string? CodeOf(ListedItem item, Dictionary<string, int> grades, Dictionary<string, string?> own) =>
            item.Entry?.Code
            ?? (grades.ContainsKey(item.Guide!.OccupationCode) ? item.Guide.OccupationCode : own.GetValueOrDefault(item.Guide.OccupationCode));
    }
}
