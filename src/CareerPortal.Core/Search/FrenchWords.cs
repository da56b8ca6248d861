using System.Text.RegularExpressions;
using Lucene.Net.Analysis.Fr;

namespace CareerPortal.Search;

/// <summary>
/// The words of French: no elision, no gender, no plural; « annotateur·rice » is « annotateur », and a verb before its object is its infinitive.
/// </summary>
public sealed partial class FrenchWords() : LanguageWords(new FrenchAnalyzer(Version))
{
    private const int ShortestVerb = 5;
    private const int ShortestPlural = 4;
    private const int ShortestFeminine = 5;

    /// <summary>Empty words that the analyzer knows only with their accents, which are gone when it reads them, or not at all.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "a", "y", "meme" };

    /// <summary>After a verb stands an article, and before a noun one of these: « un appui ménage les épaules », « le ménage ».</summary>
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "le", "la", "les", "l", "un", "une" };

    private static readonly HashSet<string> BeforeNouns = new(StringComparer.Ordinal)
    {
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "de",
        "du",
        "d",
        "en",
        "au",
        "aux",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "mon",
        "ma",
        "mes",
        "votre",
        "vos",
        "notre",
        "nos",
        "leur",
        "leurs",
        "chaque",
        "quelle",
        "a",
        "par",
        "pour",
        "sans",
        "avec",
        "sur",
        "dans",
        "chez",
        "comme",
    };

    /// <summary>Feminine endings and their masculine ones, without accents; the longer before those that they end with.</summary>
    private static readonly (string Feminine, string Masculine)[] Endings =
    [
        ("trice", "teur"),
        ("euse", "eur"),
        ("ienne", "ien"),
        ("iere", "ier"),
        ("ive", "if"),
        ("ale", "al"),
        ("ee", "e"),
    ];

    public override string BaseOf(string word)
    {
        var singular = Singular(word);
        var (feminine, masculine) = Endings.FirstOrDefault(e => singular.EndsWith(e.Feminine, StringComparison.Ordinal));
        return feminine is null || singular.Length < ShortestFeminine ? singular : singular[..^feminine.Length] + masculine;
    }

    protected override string? DoerOf(string known) => known is [.., _, 't', 'i', 'o', 'n'] action ? action[..^3] + "eur" : null;

    protected internal override string WithoutDoubleForms(string folded) => InclusiveEnding().Replace(folded, "");

    protected override bool IsDenial(ReadOnlySpan<char> between) => Denial().IsMatch(between);

    /// <summary>What stands after the elided word: « l’annotateur ».</summary>
    protected override string WordOf(string written) => written[(written.LastIndexOf('\'') + 1)..];

    protected override bool IsEmpty(string word) => Empty.Contains(word);

    /// <summary>A verb before its object is its infinitive: « annote une image ».</summary>
    protected override string InContext(string word, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        IsVerb(word, before, after) ? word + "r" : word;

    private static string Singular(string word) =>
        word switch
        {
            { Length: < ShortestPlural } => word,
            [.., not 'e', 'a', 'u', 'x'] => word[..^2] + "l",
            [.., 's' or 'x'] => word[..^1],
            _ => word,
        };

    /// <summary>A word that could be a noun, but stands before an article and after none.</summary>
    private static bool IsVerb(string word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (word.Length < ShortestVerb || word[^1] != 'e' || word[^2] is 'r' or 'e' || after is not [' ', ..])
        {
            return false;
        }

        after = after[1..];
        before = before.TrimEnd(" '");
        var next = after.IndexOfAnyExceptInRange('a', 'z');
        var last = before[(before.LastIndexOfAnyExceptInRange('a', 'z') + 1)..];
        return Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next < 0 ? after : after[..next])
            && !BeforeNouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last);
    }

    [GeneratedRegex(@"(?<=\p{L}{3})(?:[·•‧\-/]|\()(?:e|ne|le|te|se|ere|iere|rice|trice|ice|euse|ienne|ive)(?:[·•‧]?s)?\)?(?:[·•‧]?s)?(?![\p{L}\d])")]
    private static partial Regex InclusiveEnding();

    [GeneratedRegex(@"(?:^|\W)(?:sans|pas d[e'])(?: (?:les?|la|une?|l))?[ ']*$")]
    private static partial Regex Denial();
}
