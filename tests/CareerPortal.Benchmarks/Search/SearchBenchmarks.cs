using BenchmarkDotNet.Attributes;
using CareerPortal.Benchmarks.Quiz;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Search;

namespace CareerPortal.Benchmarks.Search;

/// <summary>
/// One search over the shipped guides, and over as many titles as a classification of occupations has, every tenth with a guide's text.
/// </summary>
[Config(typeof(SingleCallJob))]
public class SearchBenchmarks
{
    private const int Titles = 13_000;

    private SearchIndex _shipped = null!;
    private SearchIndex _dutch = null!;
    private SearchIndex _large = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var content = ExchangeFolder.FirstContent.Read();
        var words = new PortalWords();
        var meanings = content
            .SearchMeanings.Where(m => m.Language == Languages.Default)
            .Select(m => new SearchMeaning
            {
                Code = m.Code,
                Language = m.Language,
                Said = [.. m.Said],
                Means = [.. m.Means ?? []],
                Conditions = [.. m.Conditions ?? []],
                Studies = [.. m.Studies ?? []],
            })
            .ToList();
        var platforms = content.Platforms.ToDictionary(p => p.Code, p => p.Name);
        var guides = content
            .Guides.Values.Where(g => g.Language == Languages.Default)
            .Select(g => (content.Occupations.Single(o => o.Code == g.Occupation), Passages: GuidePassages.Of(g.Content, g.Language, platforms)))
            .ToList();
        _shipped = new SearchIndex([.. guides.Select(g => Document(g.Item1, "", g.Passages))], meanings, words);
        _dutch = new SearchIndex([.. guides.Select(g => Dutch(g.Item1, g.Passages))], [], words, "nl");
        _large = new SearchIndex(
            [
                .. Enumerable
                    .Range(0, Titles)
                    .Select(n => Document(guides[n % guides.Count].Item1, $" {Made(n)}", n % 10 == 0 ? guides[n / 10 % guides.Count].Passages : [])),
            ],
            meanings,
            words
        );
    }

    [Benchmark(Description = "18 guides, « travail à domicile »")]
    public SearchAnswer Meaning() => _shipped.Find("travail à domicile");

    [Benchmark(Description = "18 guides, « anotateur de donées »")]
    public SearchAnswer Misspelt() => _shipped.Find("anotateur de donées");

    [Benchmark(Description = "18 guides, an excerpt for each found")]
    public int Excerpts()
    {
        var answer = _shipped.Find("télétravail");
        return answer.Documents.Take(GuideCatalogue.PageSize).Count(d => _shipped.Excerpt(answer, d) is not null);
    }

    [Benchmark(Description = "18 guides in French under Dutch titles, « medewerkster Remotasks »")]
    public SearchAnswer OtherLanguage() => _dutch.Find("medewerkster Remotasks");

    [Benchmark(Description = "13 000 titles, one word of many")]
    public SearchAnswer LargeCommon() => _large.Find("données");

    [Benchmark(Description = "13 000 titles, « travail à domicile »")]
    public SearchAnswer LargeMeaning() => _large.Find("travail à domicile");

    [Benchmark(Description = "13 000 titles, misspelt")]
    public SearchAnswer LargeMisspelt() => _large.Find("bibliotécaire");

    private static SearchDocument Document(OccupationEntry occupation, string more, IReadOnlyList<SearchPassage> passages)
    {
        var title = occupation.Titles[Languages.Default];
        return new SearchDocument(
            [
                new SearchPassage(SearchField.Title, $"{title.Masculine} {title.Feminine}{more}", Languages.Default),
                .. (title.Alternatives ?? []).Select(a => new SearchPassage(SearchField.OtherTitle, a, Languages.Default)),
                .. passages,
            ],
            [.. occupation.Conditions.Select(SearchMeaning.Mark), SearchMeaning.Mark(occupation.Studies)]
        );
    }

    private static SearchDocument Dutch(OccupationEntry occupation, IReadOnlyList<SearchPassage> passages)
    {
        var french = Document(occupation, "", passages);
        return french with { Passages = [new SearchPassage(SearchField.Title, occupation.Titles["nl"].Feminine, "nl"), .. french.Passages] };
    }

    /// <summary>A made-up word for each number, so that the titles differ as real ones do.</summary>
    private static string Made(int number) =>
        string.Concat(Enumerable.Range(0, 4).Select(d => "bacedofugihalomepinoruta".Substring((number / (int)Math.Pow(12, d)) % 12 * 2, 2)));
}
