using CareerPortal.French;
using CareerPortal.Occupations;
using CareerPortal.Search;

namespace CareerPortal.Guides;

/// <summary>All published guides for one language, held in memory with the words by which they are found; a guide not yet translated stands in French.</summary>
public sealed class GuideCatalogue
{
    public const int PageSize = 12;

    private const int TitleHit = 8;
    private const int AlternativeHit = 5;
    private const int SummaryHit = 1;
    private const int PrefixLength = 3;

    private readonly FrenchWords _words;
    private readonly IReadOnlyList<Entry> _entries;

    public GuideCatalogue(IEnumerable<GuideSummary> guides, FrenchWords words)
    {
        _words = words;
        _entries = [.. guides
            .OrderBy(g => FrenchWords.Fold(g.Name.Masculine), StringComparer.Ordinal).ThenBy(g => g.Slug, StringComparer.Ordinal)
            .Select(g => new Entry(
                g,
                [.. words.Stems($"{g.Name.Masculine} {g.Name.Feminine}").Distinct()],
                [.. words.Stems(string.Join(' ', g.AlternativeTitles)).Distinct()],
                [.. words.Stems(g.Summary).Distinct()],
                FrenchWords.Fold(Sentence.Capitalise(g.Name.Masculine))[..1].ToUpperInvariant()))];
    }

    public IEnumerable<GuideSummary> All => _entries.Select(e => e.Guide);

    public GuideSummary? FindByOccupation(string code) => _entries.FirstOrDefault(e => e.Guide.OccupationCode == code)?.Guide;

    /// <summary>Finds guides by words and filters. When no guide has the words as typed, near spellings are taken and the answer says so.</summary>
    public GuideSearchResult Search(GuideQuery query)
    {
        var stems = string.IsNullOrWhiteSpace(query.Text) ? [] : _words.Stems(query.Text).Distinct().ToArray();
        var empty = stems.Length == 0 && !string.IsNullOrWhiteSpace(query.Text);
        var ranked = empty ? [] : Rank(stems, forgiving: false);
        var approximate = false;
        if (ranked.Count == 0 && stems.Length > 0)
        {
            ranked = Rank(stems, forgiving: true);
            approximate = ranked.Count > 0;
        }

        var matching = ranked.Where(e => Passes(e, query, but: null)).ToList();
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new GuideSearchResult
        {
            Guides = [.. matching.Skip((page - 1) * PageSize).Take(PageSize).Select(e => e.Guide)],
            Total = matching.Count,
            Page = page,
            Pages = pages,
            Approximate = approximate,
            Sectors = Count<Sector>(ranked, query, nameof(GuideQuery.Sector), e => [e.Guide.Sector]),
            Studies = Count<StudyLevel>(ranked, query, nameof(GuideQuery.Studies), e => [e.Guide.Studies]),
            Conditions = Count(ranked, query, nameof(GuideQuery.Condition), e => e.Guide.Conditions),
            Qualities = Count(ranked, query, nameof(GuideQuery.Quality), e => e.Guide.Qualities),
            Letters = Count<string>(ranked, query, nameof(GuideQuery.Letter), e => [e.Letter]),
        };
    }

    private static Dictionary<T, int> Count<T>(IEnumerable<Entry> ranked, GuideQuery query, string but, Func<Entry, IEnumerable<T>> values)
        where T : notnull =>
        ranked.Where(e => Passes(e, query, but)).SelectMany(values).CountBy(v => v).ToDictionary();

    private static bool Passes(Entry entry, GuideQuery query, string? but) =>
        (but == nameof(GuideQuery.Sector) || query.Sector is null || entry.Guide.Sector == query.Sector)
        && (but == nameof(GuideQuery.Studies) || query.Studies is null || entry.Guide.Studies == query.Studies)
        && (but == nameof(GuideQuery.Condition) || query.Condition is null || entry.Guide.Conditions.Contains(query.Condition.Value))
        && (but == nameof(GuideQuery.Quality) || query.Quality is null || entry.Guide.Qualities.Contains(query.Quality))
        && (but == nameof(GuideQuery.Letter) || query.Letter is null || entry.Letter == query.Letter);

    private List<Entry> Rank(string[] stems, bool forgiving)
    {
        if (stems.Length == 0)
        {
            return [.. _entries];
        }

        return [.. _entries
            .Select(e => (Entry: e, Score: Score(e, stems, forgiving)))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score)
            .Select(s => s.Entry)];
    }

    /// <summary>Every word must be found somewhere; a word counts most in the title. The last word may be unfinished.</summary>
    private static int Score(Entry entry, string[] stems, bool forgiving)
    {
        var total = 0;
        foreach (var stem in stems)
        {
            var best = Matches(entry.Title, stem, forgiving) ? TitleHit
                : Matches(entry.Alternatives, stem, forgiving) ? AlternativeHit
                : Matches(entry.Summary, stem, forgiving: false) ? SummaryHit
                : 0;
            if (best == 0)
            {
                return 0;
            }

            total += best;
        }

        return total;
    }

    private static bool Matches(string[] words, string stem, bool forgiving) => Array.Exists(
        words,
        w => w == stem
            || (stem.Length >= PrefixLength && w.StartsWith(stem, StringComparison.Ordinal))
            || (forgiving && TypingDistance.IsWithin(stem, w, TypingDistance.Forgiven(stem.Length))));

    private sealed record Entry(GuideSummary Guide, string[] Title, string[] Alternatives, string[] Summary, string Letter);
}
