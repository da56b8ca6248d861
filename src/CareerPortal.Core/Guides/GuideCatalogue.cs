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
                [.. words.Words($"{g.Name.Masculine} {g.Name.Feminine}").Distinct()],
                [.. words.Words(string.Join(' ', g.AlternativeTitles)).Distinct()],
                [.. words.Words(g.Summary).Distinct()],
                FrenchWords.Fold(Sentence.Capitalise(g.Name.Masculine))[..1].ToUpperInvariant()))];
    }

    public IEnumerable<GuideSummary> All => _entries.Select(e => e.Guide);

    public GuideSummary? FindByOccupation(string code) => _entries.FirstOrDefault(e => e.Guide.OccupationCode == code)?.Guide;

    /// <summary>Finds guides by words and filters. When no guide has the words as typed, near spellings are taken and the answer says so.</summary>
    public GuideSearchResult Search(GuideQuery query)
    {
        var typed = string.IsNullOrWhiteSpace(query.Text) ? [] : _words.Words(query.Text).Distinct().ToArray();
        var empty = typed.Length == 0 && !string.IsNullOrWhiteSpace(query.Text);
        var ranked = empty ? [] : Rank(typed, forgiving: false);
        var approximate = false;
        if (ranked.Count == 0 && typed.Length > 0)
        {
            ranked = Rank(typed, forgiving: true);
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
            Found = matching.CountBy(e => e.Guide.Kind).ToDictionary(),
            Kinds = Count<GuideKind>(ranked, query, nameof(GuideQuery.Kind), e => [e.Guide.Kind]),
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
        && (but == nameof(GuideQuery.Kind) || query.Kind is null || entry.Guide.Kind == query.Kind)
        && (but == nameof(GuideQuery.Letter) || query.Letter is null || entry.Letter == query.Letter);

    private List<Entry> Rank(SearchWord[] typed, bool forgiving)
    {
        if (typed.Length == 0)
        {
            return [.. _entries];
        }

        return [.. _entries
            .Select(e => (Entry: e, Score: Score(e, typed, forgiving)))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score)
            .Select(s => s.Entry)];
    }

    /// <summary>Every word must be found somewhere; a word counts most in the title. The last word may be unfinished.</summary>
    private static int Score(Entry entry, SearchWord[] typed, bool forgiving)
    {
        var total = 0;
        foreach (var word in typed)
        {
            var best = Math.Max(
                Hit(entry.Title, word, TitleHit, forgiving),
                Math.Max(Hit(entry.Alternatives, word, AlternativeHit, forgiving), Hit(entry.Summary, word, SummaryHit, forgiving: false)));
            if (best == 0)
            {
                return 0;
            }

            total += best;
        }

        return total;
    }

    private static int Hit(SearchWord[] words, SearchWord typed, int worth, bool forgiving)
    {
        var best = 0;
        foreach (var word in words)
        {
            if (word.Stem == typed.Stem)
            {
                best = Math.Max(best, word.IsNearlyWritten(typed) ? worth + 1 : worth);
            }
            else if ((typed.Text.Length >= PrefixLength && word.Text.StartsWith(typed.Text, StringComparison.Ordinal))
                || (forgiving && TypingDistance.IsWithin(typed.Text, word.Text, TypingDistance.Forgiven(typed.Text.Length))))
            {
                best = Math.Max(best, worth);
            }
        }

        return best;
    }

    private sealed record Entry(GuideSummary Guide, SearchWord[] Title, SearchWord[] Alternatives, SearchWord[] Summary, string Letter);
}
