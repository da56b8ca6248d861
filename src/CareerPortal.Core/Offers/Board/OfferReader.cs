using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>Reads titles, texts and questions as words, each word once: what a language does to a word is remembered.</summary>
internal sealed partial class OfferReader(PortalWords words)
{
    public const string French = "fr";

    private const int MostRemembered = 400_000;
    private const int ShortestSettled = 6;
    private const int LongestWord = 40;

    /// <summary>Where none of these stands, no form is written into another and no gender is marked.</summary>
    private static readonly SearchValues<char> Joins = SearchValues.Create("(/·•‧-|*:");

    private static readonly string[] Others = ["nl", "de", "en"];

    /// <summary>Words that are written in one of the languages and in no other of the portal's.</summary>
    private static readonly Dictionary<string, string> Telling = new(StringComparer.Ordinal)
    {
        ["voor"] = "nl",
        ["met"] = "nl",
        ["een"] = "nl",
        ["het"] = "nl",
        ["van"] = "nl",
        ["wij"] = "nl",
        ["zoekt"] = "nl",
        ["onze"] = "nl",
        ["naar"] = "nl",
        ["ervaring"] = "nl",
        ["rijbewijs"] = "nl",
        ["medewerker"] = "nl",
        ["je"] = "nl",
        ["bij"] = "nl",
        ["deeltijds"] = "nl",
        ["und"] = "de",
        ["fur"] = "de",
        ["mit"] = "de",
        ["wir"] = "de",
        ["der"] = "de",
        ["die"] = "de",
        ["das"] = "de",
        ["suchen"] = "de",
        ["and"] = "en",
        ["for"] = "en",
        ["the"] = "en",
        ["with"] = "en",
        ["you"] = "en",
        ["of"] = "en",
        ["manager"] = "en",
        ["developer"] = "en",
        ["engineer"] = "en",
        ["officer"] = "en",
        ["customer"] = "en",
        ["service"] = "en",
        ["assistant"] = "en",
        ["de"] = French,
        ["du"] = French,
        ["des"] = French,
        ["la"] = French,
        ["le"] = French,
        ["et"] = French,
        ["pour"] = French,
        ["les"] = French,
        ["aux"] = French,
        ["au"] = French,
        ["un"] = French,
        ["une"] = French,
        ["vous"] = French,
        ["ou"] = French,
        ["sur"] = French,
        ["d"] = French,
    };

    private readonly ConcurrentDictionary<(string Language, string Written), OfferToken> _read = new();

    public static IReadOnlyList<string> OtherLanguages => Others;

    /// <summary>The text in small letters without accents, double forms and marks of gender.</summary>
    public string Plain(string text, string language)
    {
        var folded = LanguageWords.Fold(text).Replace(".net", " dotnet", StringComparison.Ordinal);
        if (folded.AsSpan().IndexOfAny(Joins) < 0)
        {
            return folded;
        }

        folded = GenderMark().Replace(folded, " ").Replace("chef(fe)", "chef", StringComparison.Ordinal);
        return words.In(language).WithoutDoubleForms(folded);
    }

    public List<OfferToken> Read(string text, string language)
    {
        var plain = Plain(text, language);
        var found = new List<OfferToken>();
        for (var at = 0; at < plain.Length; )
        {
            if (!char.IsLetterOrDigit(plain[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < plain.Length && char.IsLetterOrDigit(plain[at]) && at - start < LongestWord)
            {
                at++;
            }

            // C#, C++: what stands behind the letter makes the word.
            while (
                at < plain.Length
                && plain[at] is '#' or '+'
                && at - start < LongestWord
                && !(plain[at] == '+' && at + 1 < plain.Length && char.IsLetter(plain[at + 1]))
            )
            {
                at++;
                if (at >= plain.Length)
                {
                    break;
                }
            }

            found.Add(Word(plain[start..at], language));
        }

        return found;
    }

    /// <summary>In which of the portal's languages an offer is written, as far as its title and the beginning of its text tell.</summary>
    public static string LanguageOf(OfferFacts facts)
    {
        var title = LanguageWords.Fold(facts.Title);
        var marked =
            title.Contains("m/v", StringComparison.Ordinal) ? "nl"
            : title.Contains("m/w", StringComparison.Ordinal) ? "de"
            : null;
        Span<int> votes = stackalloc int[4];
        Count(title, votes, 2);
        if (facts.Text is { } text)
        {
            Count(LanguageWords.Fold(text.Length > 400 ? text[..400] : text), votes, 1);
        }

        if (marked is not null && votes[0] <= 2)
        {
            return marked;
        }

        var best = 0;
        for (var i = 1; i < votes.Length; i++)
        {
            best = votes[i] > votes[best] ? i : best;
        }

        return best == 0 ? French : Others[best - 1];
    }

    public OfferToken Word(string written, string language)
    {
        if (_read.TryGetValue((language, written), out var known))
        {
            return known;
        }

        var tongue = words.In(language);
        var read = tongue.Words(written);
        var key = Settled(tongue.BaseOf(written), language);
        var token = new OfferToken(
            written,
            language == French ? key : language + ":" + key,
            read.Count > 0 ? read[0].Stem : key,
            read.Count == 0 && !written.AsSpan().ContainsAnyInRange('0', '9') && written.Length > 0 && !written.EndsWith('#')
        );
        if (_read.Count < MostRemembered)
        {
            _read.TryAdd((language, written), token);
        }

        return token;
    }

    private static void Count(string folded, Span<int> votes, int worth)
    {
        foreach (var range in folded.AsSpan().SplitAny(" ,.;:/()'-"))
        {
            if (Telling.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded.AsSpan()[range], out var language))
            {
                votes[language == French ? 0 : Array.IndexOf(Others, language) + 1] += worth;
            }
        }
    }

    /// <summary>Masculine and feminine where their endings differ by an e: « soignante », « boulangère », « cheffe ».</summary>
    private static string Settled(string known, string language)
    {
        if (language != French)
        {
            return known;
        }

        known = known switch
        {
            "hotesse" => "hote",
            "maitresse" => "maitre",
            "gestionnair" => "gestionnaire",
            _ => known,
        };
        if (known.Length < ShortestSettled || known[^1] != 'e')
        {
            return known;
        }

        return known is [.., var a, var b, 'e'] && a == b && b is 'n' or 'l' or 'f' or 't' ? known[..^2] : known[..^1];
    }

    [GeneratedRegex(@"\(?(?<![\p{L}\d])(?:[hfmvxwd](?: ?[/|.\-,] ?)){1,3}[hfmvxwd](?![\p{L}\d])\)?|\(/?[hfmvxwd]\)|(?<!\w)/x\)|(?<=\w)/x(?!\w)")]
    private static partial Regex GenderMark();
}
