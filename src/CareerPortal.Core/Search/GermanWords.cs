using System.Text.RegularExpressions;
using Lucene.Net.Analysis.De;

namespace CareerPortal.Search;

/// <summary>The words of German: „ä“ is „a“ or „ae“, „ß“ is „ss“; no plural, no case, no feminine („Übersetzerinnen“).</summary>
public sealed partial class GermanWords() : LanguageWords(new GermanAnalyzer(Version, Plain(GermanAnalyzer.DefaultStopSet, "suche", "gern", "gerne")))
{
    private const int ShortestEnding = 4;

    /// <summary>The nominative singular of a masculine noun, without a final -e: „Angestellte“ and „Angestellten“ are „angestellt“.</summary>
    public override string BaseOf(string word)
    {
        var singular = Feminine().Replace(word, "");
        if (singular.Length <= ShortestEnding)
        {
            return singular;
        }

        singular = singular switch
        {
            [.., 'e', 'r', 'n'] => singular[..^1],
            [.., 'e', 'n' or 's'] => singular[..^2],
            [.., 'e'] => singular[..^1],
            [.., 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'r' or 't' or 'o' or 'a', 's'] => singular[..^1],
            _ => singular,
        };
        return singular.EndsWith("niss", StringComparison.Ordinal) ? singular[..^1] : singular;
    }

    /// <summary>An umlaut may be typed as a letter with « e »: „Uebersetzer“. After another vowel or « q » the « e » is a sound of its own.</summary>
    public override string Folded(string text) => Umlaut().Replace(Fold(text), "");

    protected internal override string WithoutDoubleForms(string folded) => DoubleForm().Replace(folded, "");

    protected override bool IsDenial(ReadOnlySpan<char> between) => Denial().IsMatch(between);

    [GeneratedRegex("(?<=(?<![aeiouqy])[aou])e(?!u)")]
    private static partial Regex Umlaut();

    /// <summary>After the ending of somebody who acts: „Lehrerin“, but not „Medizin“.</summary>
    [GeneratedRegex("(?<=\\p{L}(?:er|or|ar|eur|ist|ent|ant|yst|og|at|ekt|wirt|ig))in(?:nen)?$")]
    private static partial Regex Feminine();

    /// <summary>„Prüfer:in“, „Prüfer/-innen“, „Angestellte(r)“, „(m/w/d)“.</summary>
    [GeneratedRegex(@"(?<=\p{L}{3})(?:\(|[:*_·]|/-?)(?:in|innen|r|n|e|en)\)?(?![\p{L}\d])|\((?:[mwdx][/|])+[mwdx]\)")]
    private static partial Regex DoubleForm();

    [GeneratedRegex(@"(?:^|\W)(?:ohne|keine?[nmr]?)(?: (?:den|die|das|eine?n?))? *$")]
    private static partial Regex Denial();
}
