using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CareerPortal.Search;

/// <summary>Reduces French text to the words by which it is searched: no accents, no elision, no gender, no plural, no empty words.</summary>
public sealed partial class FrenchWords : IDisposable
{
    /// <summary>Begins a word that a text denies: « sans diplôme » is not found by « diplôme », nor the other way round.</summary>
    internal const string Without = "sans";

    private const int ShortestVerb = 5;

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

    private readonly FrenchAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);

    /// <summary>
    /// The words of a text in its order, without the empty ones. A word typed without its accents is the word that it is with them;
    /// « annotateur·rice » is « annotateur », « sans diplôme » a word of its own, and a verb before its object is its infinitive.
    /// </summary>
    public IReadOnlyList<SearchWord> Words(string text)
    {
        var words = new List<SearchWord>();
        var folded = InclusiveEnding().Replace(Fold(text), "").Replace('.', ' ');
        var end = 0;
        using var stream = _analyzer.GetTokenStream("text", folded);
        var stem = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var written = folded[place.StartOffset..place.EndOffset];
            var word = written[(written.LastIndexOf('\'') + 1)..];
            var from = place.EndOffset - word.Length;
            if (!Empty.Contains(word))
            {
                var prefix = Denial().IsMatch(folded.AsSpan(end, from - end)) ? Without : "";
                var suffix = IsVerb(word, folded.AsSpan(0, from), folded.AsSpan(place.EndOffset)) ? "r" : "";
                words.Add(new SearchWord(prefix + word + suffix, prefix + stem));
            }

            end = place.EndOffset;
        }

        stream.End();
        return words;
    }

    /// <summary>The text in lower case without accents or ligatures.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (
            var c in (TypedText.Clean(text, int.MaxValue) ?? "")
                .ToLowerInvariant()
                .Replace("œ", "oe", StringComparison.Ordinal)
                .Replace('’', '\'')
                .Normalize(NormalizationForm.FormD)
        )
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

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

    public void Dispose() => _analyzer.Dispose();
}
