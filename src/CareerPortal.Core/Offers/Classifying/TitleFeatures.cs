using System.Text.RegularExpressions;
using CareerPortal.French;

namespace CareerPortal.Offers.Classifying;

/// <summary>What a title is compared by: stems, roots, pairs of stems and groups of 3 to 5 letters, each as the hash of its text, with a weight.</summary>
internal static partial class TitleFeatures
{
    private const float Root = 0.6f;
    private const float Pair = 0.7f;
    private const float Group = 0.25f;
    private const int ShortestGroup = 3;
    private const int LongestGroup = 5;
    private const int MostWords = 24;

    /// <summary>The one that every title has: how many titles an occupation has anyhow.</summary>
    private const ulong Any = 1;

    private const float AnyWeight = 0.05f;

    private enum Kind
    {
        Stem,
        Head,
        Root,
        Pair,
        Group,
    }

    /// <summary>The stems of a title without working hours, level and the like, in their order; those of the whole title where nothing else is left.</summary>
    public static IReadOnlyList<string> StemsOf(string title)
    {
        var cleaned = Conditions().Replace(title, " ");
        var stems = Stems(cleaned);
        return stems.Count > 0 ? stems : Stems(title);
    }

    public static List<(ulong Feature, float Weight)> Of(IReadOnlyList<string> stems)
    {
        var features = new List<(ulong, float)> { (Any, AnyWeight) };
        for (var at = 0; at < stems.Count && at < MostWords; at++)
        {
            var stem = stems[at];
            features.Add((Hash(Kind.Stem, stem), 1));
            features.Add((Hash(Kind.Root, TitleWords.Root(stem)), Root));
            if (at == 0)
            {
                features.Add((Hash(Kind.Head, stem), 1));
            }
            else
            {
                features.Add((Hash(Kind.Pair, $"{stems[at - 1]} {stem}"), Pair));
                if (at > 1)
                {
                    features.Add((Hash(Kind.Pair, $"{stems[0]} {stem}"), Pair));
                }
            }

            var marked = $"^{stem}$";
            for (var length = ShortestGroup; length <= LongestGroup; length++)
            {
                for (var from = 0; from + length <= marked.Length; from++)
                {
                    features.Add((Hash(Kind.Group, marked.AsSpan(from, length)), Group));
                }
            }
        }

        return features;
    }

    private static IReadOnlyList<string> Stems(string title) =>
        TitleWords.Of(title.AsSpan().IndexOfAny('/', '(') >= 0 && GenderedTitle.TryParse(title, out var both) ? both.Masculine : title);

    // FNV-1a over the letters, the kind of feature before them.
    private static ulong Hash(Kind kind, ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL ^ (((ulong)kind + 1) * 0x9E3779B97F4A7C15UL);
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return hash ^ (hash >> 31);
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:job\s+(?:d['’])?[ée]tudiant(?:e|s)?|[ée]tudiant(?:e|s|\(e\))?(?:\s+jobiste)?|jobiste"
            + @"|flexi[\s-]?job(?:s|ber)?|mi[\s-]temps|temps\s+(?:plein|partiel)"
            + @"|\d{1,2}(?:[.,]\d+)?\s?h(?:eures?)?(?:\s?/\s?(?:s(?:em(?:aine)?)?|semaine))?|[1-4]/5(?:e|ème)?"
            + @"|\d{2,3}\s?%|week[\s-]?ends?|[23]\s*pauses|[23]\s*x\s*8"
            + @"|de (?:jour|nuit)|[ée]quipes? (?:de |du )?(?:matin|jour|nuit|soir|apr[èe]s-midi|week[\s-]?end)|niveau\s+\d|junior|senior|s[ée]nior"
            + @"|d[ée]butante?|exp[ée]riment[ée]e?|confirm[ée]e?)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Conditions();
}
