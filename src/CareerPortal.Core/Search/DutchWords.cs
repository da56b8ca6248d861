using System.Text.RegularExpressions;
using Lucene.Net.Analysis.Nl;

namespace CareerPortal.Search;

/// <summary>The words of Dutch: no plural („bedienden“), no feminine („medewerkster“), no inflected adjective („medische“).</summary>
public sealed partial class DutchWords() : LanguageWords(new DutchAnalyzer(Version, Plain(DutchAnalyzer.DefaultStopSet, "zoek", "graag")))
{
    private const int ShortestPlural = 5;
    private const int ShortestStart = 3;

    /// <summary>Feminine endings and the masculine ones to which they answer; the longer before those that they end with.</summary>
    private static readonly (string Feminine, string Masculine)[] Endings =
    [
        ("aresse", "aris"),
        ("trice", "teur"),
        ("euse", "eur"),
        ("ares", "aar"),
        ("eres", "er"),
        ("iste", "ist"),
        ("ster", "er"),
    ];

    /// <summary>
    /// Not a word that one would write, but one that singular and plural have in common: „taken“ and „taak“ are „tak“, „brieven“ is „brief“.
    /// </summary>
    public override string BaseOf(string word)
    {
        var singular = Singular(word);
        var (feminine, masculine) = Endings.FirstOrDefault(e =>
            singular.Length >= e.Feminine.Length + ShortestStart && singular.EndsWith(e.Feminine, StringComparison.Ordinal)
        );
        var known = feminine is null ? singular : OpenSyllable(singular[..^feminine.Length], masculine) + masculine;
        return Settled(known);
    }

    protected internal override string WithoutDoubleForms(string folded) => DoubleForm().Replace(folded, m => m.Groups["rest"].Value);

    protected override bool IsDenial(ReadOnlySpan<char> between) => Denial().IsMatch(between);

    private static string Singular(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (word.Length < ShortestPlural)
        {
            return word;
        }

        if (word.EndsWith("heden", StringComparison.Ordinal))
        {
            return word[..^4] + "eid";
        }

        word = word is [.., 'i', 'e', 's'] or [.., not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' or 's'), 's'] ? word[..^1] : word;
        return word is [.., not ('a' or 'i' or 'o' or 'u'), 'e', 'n'] ? word[..^2] : word;
    }

    /// <summary>What a word becomes before -er: „vertaalster“ is a „vertaler“, a „schrijfster“ a „schrijver“.</summary>
    private static string OpenSyllable(string start, string ending) =>
        ending == "er" && start is [.., 'f'] ? start[..^1] + "v"
        : ending == "er" && start is [.., var a, var b, not ('a' or 'e' or 'o' or 'u')] && a == b && "aeou".Contains(a) ? start[..^2] + start[^1]
        : start;

    /// <summary>No final -e, no double consonant at the end, no double vowel before the last consonant, and no voiced -v or -z.</summary>
    private static string Settled(string word)
    {
        if (word.Length < ShortestPlural - 1)
        {
            return word;
        }

        var known = word is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'e'] ? word[..^1] : word;
        known =
            known is [.., var a, var b] && a == b && !"aeiou".Contains(a) ? known[..^1]
            : known is [.., not ('s' or 'j' or 'a' or 'e' or 'i' or 'o' or 'u'), 's'] && known.Length >= ShortestPlural ? known[..^1]
            : known;
        known = known[^1] switch
        {
            'v' => known[..^1] + "f",
            'z' => known[..^1] + "s",
            _ => known,
        };
        return known is [.., var c, var d, not ('a' or 'e' or 'i' or 'o' or 'u')] && c == d && "aeou".Contains(c) ? known[..^2] + known[^1] : known;
    }

    /// <summary>„medewerk(st)er“, „vertaler/-ster“, „medewerker(s)“, „(m/v/x)“.</summary>
    [GeneratedRegex(@"(?<=\p{L}{3})\(st\)(?<rest>ers?)|(?<=\p{L}{3})(?:\(|[/·*:]-?)(?:ster|e|es|s|sters)\)?(?![\p{L}\d])|\((?:[mvx][/|])+[mvx]\)")]
    private static partial Regex DoubleForm();

    [GeneratedRegex(@"(?:^|\W)(?:zonder|geen)(?: (?:de|het|een))? *$")]
    private static partial Regex Denial();
}
