using System.Buffers;
using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>
/// Finds « de annotateur », « le annotateur », « que il », « si il », « à le », « de le » and « d’handicap » outside quotation marks.
/// </summary>
public static partial class ElisionCheck
{
    private const string Word = @"[\p{L}\p{M}\p{N}&][\p{L}\p{M}\p{N}&’'·-]*";

    // After « ce », the pronoun: « ce à quoi », « sur ce il … ».
    private static readonly HashSet<string> AfterPronounCe = new(
        "à en avec après avant alors aussi ainsi entre au aux auquel il elle ils elles on où et ou".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly SearchValues<char> Consonants = SearchValues.Create("bcdfgjklmnpqrstvwxzBCDFGJKLMNPQRSTVWXZ");

    // Before these every word elides, as they are not used at the head of numbers.
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiàâäéèêëîï");

    /// <summary>The faults of the text in their order; usage that hesitates is no fault.</summary>
    public static IReadOnlyList<ElisionFault> Faults(string text)
    {
        var prose = ProtectedText.Blot(text);
        var faults = new List<ElisionFault>();
        foreach (var fault in Uncontracted(prose).Concat(Unelided(prose)).Concat(Overelided(prose)).Where(fault => IsWordOfFrench(prose, fault)))
        {
            if (!faults.Exists(known => Overlap(known, fault)))
            {
                faults.Add(fault);
            }
        }
        return [.. faults.OrderBy(fault => fault.Position)];
    }

    private static IEnumerable<ElisionFault> Uncontracted(string prose) =>
        from match in PrepositionAndLe().Matches(prose)
        let next = match.Groups["next"].Value
        where !IsPronounBefore(next)
        where !char.IsUpper(match.Groups["article"].Value[0]) || Lexicon.Find(Onset.Head(next)) is { WithArticle: true }
        let preposition = match.Groups["preposition"].Value
        let noun = match.Groups["article"].Value + " " + next
        let elided = match.Groups["article"].Value == "le" && Onset.Of(next) == new Onset(true, true)
        select new ElisionFault(
            match.Value,
            LikeFirst(
                elided ? Small(preposition) + " " + Elision.Le(next)
                    : Small(preposition) == "de" ? Elision.De(noun)
                    : Elision.A(noun),
                match.Value
            ),
            match.Index
        );

    private static List<ElisionFault> Unelided(string prose)
    {
        var faults = new List<ElisionFault>();
        foreach (var match in ShortWordAndNext().EnumerateMatches(prose))
        {
            var found = prose.AsSpan(match.Index, match.Length);
            var begins = found.LastIndexOfAny(" \u00A0") + 1;

            // Most words begin with a consonant, before which nothing elides.
            if (Consonants.Contains(found[begins]))
            {
                continue;
            }

            var word = Small(found[..found.IndexOfAny(" \u00A0")].ToString());
            if (Elided(word, found[begins..].ToString()) is { } suggestion)
            {
                faults.Add(new ElisionFault(found.ToString(), LikeFirst(suggestion, found.ToString()), match.Index));
            }
        }

        return faults;
    }

    private static List<ElisionFault> Overelided(string prose)
    {
        var faults = new List<ElisionFault>();
        foreach (var match in ElidedAndNext().EnumerateMatches(prose))
        {
            var found = prose.AsSpan(match.Index, match.Length);
            var ends = found.IndexOfAny("’'");
            if (Vowels.Contains(found[ends + 1]))
            {
                continue;
            }

            var next = found[(ends + 1)..].ToString();
            if (Onset.Of(next) != new Onset(false, true))
            {
                continue;
            }

            var whole = Small(found[..ends].ToString()) switch
            {
                "l" => "le/la",
                "s" when Onset.Head(next).ToLowerInvariant() is "il" or "ils" => "si",
                var elided => elided + "e",
            };
            faults.Add(new ElisionFault(found.ToString(), LikeFirst(whole + " " + next, found.ToString()), match.Index));
        }

        return faults;
    }

    // What French writes in place of « word next »; null when they stand well as they are.
    private static string? Elided(string word, string next)
    {
        var head = Onset.Head(next).ToLowerInvariant();
        if (head is "et" or "ou")
        {
            return null;
        }

        if (word == "si")
        {
            return head is "il" or "ils" ? Elision.Si(next) : null;
        }

        if (Onset.Of(next) is not { Elides: true, Settled: true })
        {
            return null;
        }

        if (head.Length == 1 && IsLetterName(word, head))
        {
            return null;
        }

        return word switch
        {
            "ce" when AfterPronounCe.Contains(head) => null,
            "ce" when head is "est" or "était" or "étaient" or "eût" => Elision.Join(word, next),
            "ce" => Elision.Ce(next),
            "du" => "de " + Elision.Le(next),
            "au" => "à " + Elision.Le(next),
            "ma" or "ta" or "sa" => word[0] + "on " + next,
            _ => Elision.Join(word, next),
        };
    }

    // « de a à z », « la y » name letters; « que y », « n’a » are words.
    private static bool IsLetterName(string word, string letter) =>
        letter switch
        {
            "y" => word is "le" or "la" or "ce" or "du" or "au",
            "à" => word is not "que" and not "jusque" and not "lorsque" and not "puisque",
            "a" => word is "le" or "la" or "de" or "ce" or "du" or "au" or "ma" or "ta" or "sa",
            "e" => false,
            _ => true,
        };

    private static bool IsPronounBefore(string next) =>
        next.ToLowerInvariant() is "y" or "en" or "lui" or "leur" or "bien" or "mieux" || Infinitive.Is(next);

    // « De Standaard », « La Une »: a capital inside a sentence begins a name.
    private static bool IsWordOfFrench(string prose, ElisionFault fault)
    {
        if (!char.IsUpper(prose[fault.Position]))
        {
            return true;
        }

        var before = prose.AsSpan(0, fault.Position).TrimEnd(" \t\u00A0*_»");
        return before.IsEmpty || ".!?…:\n•–—-«".Contains(before[^1]) || before[^1] == ProtectedText.Mark;
    }

    private static bool Overlap(ElisionFault one, ElisionFault other) =>
        one.Position < other.Position + other.Found.Length && other.Position < one.Position + one.Found.Length;

    private static string LikeFirst(string suggestion, string found) => char.IsUpper(found[0]) ? Sentence.Capitalise(suggestion) : suggestion;

    private static string Small(string word) => word.ToLowerInvariant();

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}’'·-])(?<preposition>[Dd]e|[Àà])[ \u00A0]+(?<article>[Ll]es?)[ \u00A0]+(?<next>" + Word + ")")]
    private static partial Regex PrepositionAndLe();

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}\p{N}’'·/-])(?<word>[Dd]e|[Ll]e|[Ll]a|[Jj]e|[Mm]e|[Tt]e|[Ss]e|[Nn]e|[Cc]e|[Qq]ue|[Jj]usque|"
            + @"[Ll]orsque|[Pp]uisque|[Ss]i|[Dd]u|[Aa]u|[Mm]a|[Tt]a|[Ss]a)[ \u00A0]+(?<next>"
            + Word
            + ")"
    )]
    private static partial Regex ShortWordAndNext();

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}\p{N}’'·/-])(?<word>[LlDdJjMmTtSsNnCc]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)[’'](?<next>\p{L}[\p{L}\p{M}\p{N}·-]*)"
    )]
    private static partial Regex ElidedAndNext();
}
