using System.Collections.Frozen;
using CareerPortal.French;
using CareerPortal.Occupations;
using CareerPortal.Search;

namespace CareerPortal.Guides;

/// <summary>
/// All published guides for one language, held in memory with the words by which they are found; a guide not yet translated stands in French.
/// </summary>
public sealed class GuideCatalogue
{
    public const int PageSize = 12;

    /// <summary>How many near titles are offered where nothing is found.</summary>
    private const int MostNear = 3;

    private readonly IReadOnlyList<Entry> _entries;
    private readonly FrozenDictionary<string, GuideSummary> _bySlug;
    private readonly FrozenDictionary<string, GuideSummary> _byOccupation;
    private readonly Lazy<SearchIndex> _index;

    /// <summary>
    /// Lays out the guides; <paramref name="texts"/> are the passages of each guide by its occupation's code, where its text is searched too.
    /// </summary>
    public GuideCatalogue(
        IEnumerable<GuideSummary> guides,
        PortalWords words,
        string language = Languages.Default,
        Func<GuideSummary, IReadOnlyList<SearchPassage>>? texts = null,
        IEnumerable<SearchMeaning>? meanings = null
    )
    {
        var all = guides.ToList();
        _entries =
        [
            .. all.Where(g => g.Withdrawal is null)
                .OrderBy(g => LanguageWords.Fold(g.Name.Masculine), StringComparer.Ordinal)
                .ThenBy(g => g.Slug, StringComparer.Ordinal)
                .Select(g => new Entry(g, LanguageWords.Fold(Sentence.Capitalise(g.Name.Masculine))[..1].ToUpperInvariant())),
        ];
        _bySlug = all.ToFrozenDictionary(g => g.Slug, StringComparer.Ordinal);
        _byOccupation = all.ToFrozenDictionary(g => g.OccupationCode, StringComparer.Ordinal);
        _index = new Lazy<SearchIndex>(() =>
            new SearchIndex([.. _entries.Select(e => DocumentOf(e.Guide, texts?.Invoke(e.Guide) ?? []))], meanings ?? [], words, language)
        );
    }

    /// <summary>All that lists name: those that were withdrawn are only found at their address.</summary>
    public IEnumerable<GuideSummary> All => _entries.Select(e => e.Guide);

    /// <summary>The guide at an address; null where there is none.</summary>
    public GuideSummary? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    public GuideSummary? FindByOccupation(string code) => _byOccupation.GetValueOrDefault(code);

    /// <summary>Finds guides by words and filters: the nearest to the words first, and without words all by name.</summary>
    public GuideSearchResult Search(GuideQuery query)
    {
        var hasWords = !string.IsNullOrWhiteSpace(query.Text);
        var answer = hasWords ? _index.Value.Find(query.Text!) : new SearchAnswer([.. Enumerable.Range(0, _entries.Count)]);
        var matching = new List<int>();
        var facets = new Facets();
        foreach (var document in answer.Documents)
        {
            if (facets.Take(_entries[document], query))
            {
                matching.Add(document);
            }
        }

        var page = ShownPage.Of(query.Page, matching.Count, PageSize);
        var shown = matching.Skip(page.Skipped).Take(PageSize).ToList();
        return new GuideSearchResult
        {
            Guides = [.. shown.Select(d => _entries[d].Guide)],
            Excerpts = shown
                .Select(d => (_entries[d].Guide.OccupationCode, Excerpt: hasWords ? _index.Value.Excerpt(answer, d) : null))
                .Where(e => e.Excerpt is not null)
                .ToDictionary(e => e.OccupationCode, e => e.Excerpt!, StringComparer.Ordinal),
            Total = matching.Count,
            TotalUnfiltered = answer.Documents.Count,
            Near = hasWords && answer.Documents.Count == 0 ? [.. _index.Value.Nearest(query.Text!, MostNear).Select(d => _entries[d].Guide)] : [],
            Page = page.Page,
            Pages = page.Pages,
            Approximate = answer.Approximate,
            Partial = answer.Partial,
            AsksNothing = answer.AsksNothing,
            Sectors = facets.Sectors,
            Studies = facets.Studies,
            Conditions = facets.Conditions,
            Qualities = facets.Qualities,
            Found = matching.CountBy(d => _entries[d].Guide.Kind).ToDictionary(),
            Kinds = facets.Kinds,
            Letters = facets.Letters,
        };
    }

    /// <summary>The guides that words find, on one page.</summary>
    public GuideMatches Match(string text)
    {
        var answer = _index.Value.Find(text);
        return new GuideMatches(
            [.. answer.Documents.Select(d => _entries[d].Guide)],
            found => _index.Value.Excerpt(answer, answer.Documents[found]),
            answer.Approximate,
            answer.Partial
        );
    }

    private static SearchDocument DocumentOf(GuideSummary guide, IReadOnlyList<SearchPassage> text) =>
        new(
            [
                new SearchPassage(
                    SearchField.Title,
                    guide.Name.Masculine == guide.Name.Feminine ? guide.Name.Masculine : $"{guide.Name.Masculine} {guide.Name.Feminine}",
                    guide.Name.Language
                ),
                .. guide.AlternativeTitles.Select(t => new SearchPassage(SearchField.OtherTitle, t, guide.Name.Language)),
                .. guide.FrenchTitles.Select(t => new SearchPassage(SearchField.OtherTitle, t, Languages.Default)),
                new SearchPassage(SearchField.Summary, guide.Summary, guide.Language),
                .. text,
            ],
            [.. guide.Conditions.Select(SearchMeaning.Mark), SearchMeaning.Mark(guide.Studies)]
        );

    private sealed record Entry(GuideSummary Guide, string Letter);

    /// <summary>Counts, in one pass over what was found, what each choice of each filter would leave.</summary>
    private sealed class Facets
    {
        public Dictionary<Sector, int> Sectors { get; } = [];

        public Dictionary<StudyLevel, int> Studies { get; } = [];

        public Dictionary<WorkCondition, int> Conditions { get; } = [];

        public Dictionary<string, int> Qualities { get; } = [];

        public Dictionary<GuideKind, int> Kinds { get; } = [];

        public Dictionary<string, int> Letters { get; } = [];

        /// <summary>Whether a guide passes all filters; a filter's own counts leave out only itself.</summary>
        public bool Take(Entry entry, GuideQuery query)
        {
            var guide = entry.Guide;
            var sector = query.Sector is null || guide.Sector == query.Sector;
            var studies = query.Studies is null || guide.Studies == query.Studies;
            var condition = query.Condition is null || guide.Conditions.Contains(query.Condition.Value);
            var quality = query.Quality is null || guide.Qualities.Contains(query.Quality);
            var kind = query.Kind is null || guide.Kind == query.Kind;
            var letter = query.Letter is null || entry.Letter == query.Letter;
            Count(Sectors, [guide.Sector], studies && condition && quality && kind && letter);
            Count(Studies, [guide.Studies], sector && condition && quality && kind && letter);
            Count(Conditions, guide.Conditions, sector && studies && quality && kind && letter);
            Count(Qualities, guide.Qualities, sector && studies && condition && kind && letter);
            Count(Kinds, [guide.Kind], sector && studies && condition && quality && letter);
            Count(Letters, [entry.Letter], sector && studies && condition && quality && kind);
            return sector && studies && condition && quality && kind && letter;
        }

        private static void Count<T>(Dictionary<T, int> counts, IReadOnlyList<T> values, bool passes)
            where T : notnull
        {
            foreach (var value in passes ? values : [])
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }
    }
}
