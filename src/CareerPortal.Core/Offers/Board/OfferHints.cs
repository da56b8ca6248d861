using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>
/// Finds what somebody who is still typing may mean: occupations, words of titles by how they begin, employers by how their whole name begins. What
/// would show no offer is not proposed, and each is counted as the list would count it.
/// </summary>
internal sealed class OfferHints(OfferLore lore, OfferIndex index, DateOnly today, OfferVeil? veil)
{
    private const int MostOccupations = 4;
    private const int MostWords = 4;
    private const int MostEmployers = 2;
    private const int MostPlaces = 8;
    private const int FewestLetters = 2;

    /// <summary>An employer's name is long enough to be meant from here on.</summary>
    private const int FewestOfEmployer = 3;

    /// <summary>So many of the most frequent words are looked at together with what was typed before.</summary>
    private const int WordsLookedAt = 40;

    /// <summary>Beside those that are shown, so many more are counted, in case some show nothing.</summary>
    private const int Spare = 2;

    public IReadOnlyList<OfferHint> Find(OfferQuery query, string? typed, IEnumerable<(string Name, string Code)> occupations)
    {
        var text = TypedText.Clean(typed, OfferQuery.TextMaxLength);
        if (text is null || text.Length < FewestLetters)
        {
            return [];
        }

        query = query with { Page = 1 };
        return
        [
            .. occupations
                .Take(MostOccupations + Spare)
                .Select(o => Counted(OfferHintKind.Occupation, o.Name, query with { Text = null, Occupation = o.Code }))
                .OfType<OfferHint>()
                .Take(MostOccupations),
            .. WordsOf(query, text),
            .. EmployersOf(query, text),
        ];
    }

    public IReadOnlyList<OfferHint> FindPlaces(OfferQuery query, string? typed)
    {
        var text = TypedText.Clean(typed, OfferQuery.TextMaxLength);
        return text is null || text.Length < FewestLetters
            ? []
            :
            [
                .. lore
                    .Places.BegunBy(text, MostPlaces + Spare)
                    .Select(p =>
                        Counted(
                            p.IsMunicipality ? OfferHintKind.Municipality : OfferHintKind.Locality,
                            p.Name,
                            query with
                            {
                                Place = p.Asked,
                                Page = 1,
                            }
                        )
                    )
                    .OfType<OfferHint>()
                    .Take(MostPlaces),
            ];
    }

    private IEnumerable<OfferHint> WordsOf(OfferQuery query, string text)
    {
        var space = text.LastIndexOf(' ');
        var (before, last) = (space < 0 ? "" : text[..space], OfferPlaces.Key(text[(space + 1)..]));
        if (last.Length < FewestLetters || last.Contains(' ', StringComparison.Ordinal) || before.AsSpan().ContainsAny('"', '«', '»'))
        {
            return [];
        }

        var begun = lore
            .Lexicon.BegunBy(last)
            .Where(w => !lore.IsIdle(w.Written))
            .Select(w => (w.Written, Term: lore.Terms.Find(w.Key)))
            .Where(w => w.Term != OfferTerms.None)
            .GroupBy(w => w.Term)
            .Select(g => (Term: g.Key, Written: g.Select(w => w.Written).OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).First()))
            .Select(w => (w.Term, w.Written, Count: index.CountOf(w.Term)))
            .Where(w => w.Count > 0)
            .OrderByDescending(w => w.Count)
            .ThenBy(w => w.Written, StringComparer.Ordinal)
            .Take(WordsLookedAt)
            .ToList();
        var within = index.CountsWithin(query with { Text = before.Length == 0 ? null : before }, today, veil, [.. begun.Select(w => w.Term)]);
        return begun
            .Zip(within)
            .Where(w => w.Second > 0)
            .OrderByDescending(w => w.Second)
            .Take(MostWords + Spare)
            .Select(w => $"{before} {lore.Lexicon.SpellingOf(w.First.Written)}".TrimStart())
            .Select(words => Counted(OfferHintKind.Word, words, query with { Text = words }))
            .OfType<OfferHint>()
            .Take(MostWords);
    }

    private IEnumerable<OfferHint> EmployersOf(OfferQuery query, string text)
    {
        var beginning = OfferPlaces.Key(text);
        if (beginning.Length < FewestOfEmployer)
        {
            return [];
        }

        var begun = lore.EmployerNames.Where(e => e.Value.Folded.StartsWith(beginning, StringComparison.Ordinal)).ToList();
        if (begun.Count == 0)
        {
            return [];
        }

        var counts = index.CountEmployers();
        return begun
            .Where(e => e.Key < counts.Length && counts[e.Key] > 0)
            .OrderByDescending(e => counts[e.Key])
            .ThenBy(e => e.Value.Name, StringComparer.Ordinal)
            .Take(MostEmployers + Spare)
            .Select(e => Counted(OfferHintKind.Employer, e.Value.Name, query with { Text = $"\"{Unquoted(e.Value.Name)}\"" }))
            .OfType<OfferHint>()
            .Take(MostEmployers);
    }

    private OfferHint? Counted(OfferHintKind kind, string name, OfferQuery query) =>
        index.CountOf(query, today, veil) is var count and > 0 ? new OfferHint(kind, name, query, count) : null;

    private static string Unquoted(string name) => string.Concat(name.Select(c => c is '"' or '«' or '»' or '“' or '”' ? ' ' : c)).Trim();
}
