using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CareerPortal.Catalogue;
using CareerPortal.French;

namespace CareerPortal.Offers.Entries;

/// <summary>
/// Whether the title of an offer names one gender alone, by the pairs of words in which the catalogue names occupations (« électricien »,
/// « électricienne ») and, for words that it does not know, by their ending.
/// </summary>
public sealed partial class TitleGender
{
    /// <summary>The mark that covers all: man, woman, other.</summary>
    public const string Mark = "(H/F/X)";

    /// <summary>What stands behind one of these is no name of whoever is looked for: « secrétaire du directeur ».</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "de",
        "du",
        "des",
        "d",
        "en",
        "a",
        "au",
        "aux",
        "pour",
        "chez",
        "dans",
        "sur",
        "avec",
        "par",
        "sous",
    };

    private readonly FrozenDictionary<string, (string Masculine, string Feminine)> _pairs;

    public TitleGender(IEnumerable<CatalogueFacts> occupations)
    {
        var pairs = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var facts in occupations)
        {
            foreach (var (masculine, feminine) in facts.Names.Select(n => (n.Masculine, n.Feminine)).Prepend((facts.Masculine, facts.Feminine)))
            {
                var (his, hers) = (First(masculine), First(feminine));
                if (his is not null && hers is not null && Key(his) != Key(hers))
                {
                    pairs.TryAdd(Key(his), (his, hers));
                    pairs.TryAdd(Key(hers), (his, hers));
                }
            }
        }

        _pairs = pairs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A title that names all genders; null where this one does, or names none.</summary>
    public string? MendOf(string title)
    {
        if (OfferTitle.HasGenderMark(title))
        {
            return null;
        }

        var words = Word().Matches(title).ToList();
        var keys = words.Select(w => Key(w.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var key = Key(word.Value);
            if (Ends.Contains(key))
            {
                break;
            }

            if (_pairs.TryGetValue(key, out var pair))
            {
                return keys.Contains(Key(pair.Masculine)) && keys.Contains(Key(pair.Feminine))
                    ? null
                    : $"{title[..word.Index]}{Both(pair, word.Value)}{title[(word.Index + word.Length)..]}".Trim() + $" {Mark}";
            }
        }

        return words.Count > 0 && Ending().IsMatch(words[0].Value) ? $"{title.Trim()} {Mark}" : null;
    }

    private static string Both((string Masculine, string Feminine) pair, string written)
    {
        var both = new GenderedTitle(pair.Masculine.ToLowerInvariant(), pair.Feminine.ToLowerInvariant()).Inclusive;
        return char.IsUpper(written[0]) ? Sentence.Capitalise(both) : both;
    }

    private static string? First(string title) => Word().Match(title) is { Success: true } word ? word.Value : null;

    private static string Key(string word) => TitleWords.Fold(word);

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}{2}(?:ien|ienne|ier|ière|teur|trice|eur|euse)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
