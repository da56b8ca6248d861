namespace CareerPortal.French;

/// <summary>Contracts a masculine and a feminine word with the median point: « opérateur·rice », « chef·fe », « administratif·ve ».</summary>
internal static class InclusiveWord
{
    private const char Point = '·';

    // Masculine ending, feminine ending, what is shown after the point. The first that fits both words is used.
    private static readonly (string Masculine, string Feminine, string Shown)[] Endings =
    [
        ("eur", "rice", "rice"),
        ("eur", "euse", "euse"),
        ("eur", "eresse", "eresse"),
        ("eux", "euse", "euse"),
        ("eau", "elle", "elle"),
        ("er", "ère", "ère"),
        ("er", "euse", "euse"),
        ("er", "rice", "rice"),
        ("et", "ète", "ète"),
        ("ef", "ève", "ève"),
        ("f", "ve", "ve"),
        ("x", "se", "se"),
        ("x", "ce", "ce"),
        ("x", "sse", "sse"),
        ("c", "que", "que"),
        ("c", "che", "che"),
        ("in", "igne", "igne"),
        ("o", "a", "a"),
    ];

    /// <summary>The contracted form; the word itself where both are one; null where no contraction is readable.</summary>
    public static string? Contract(string masculine, string feminine)
    {
        if (masculine == feminine)
        {
            return masculine;
        }

        if (masculine.Length == 0 || feminine.Length == 0)
        {
            return null;
        }

        if (masculine[0] == '(' && feminine[0] == '(')
        {
            return Contract(masculine[1..], feminine[1..]) is { } opened ? "(" + opened : null;
        }

        if (feminine[^1] is ',' or ')' && masculine[^1] == feminine[^1])
        {
            return Contract(masculine[..^1], feminine[..^1]) is { } closed ? closed + feminine[^1] : null;
        }

        var masculineParts = masculine.Split('-');
        var feminineParts = feminine.Split('-');
        if (masculineParts.Length != feminineParts.Length)
        {
            return null;
        }

        var parts = masculineParts.Zip(feminineParts, Simple).ToList();
        return parts.Contains(null) ? null : string.Join('-', parts);
    }

    /// <summary>Whether the two words are one word in two genders, and differ.</summary>
    public static bool ArePair(string masculine, string feminine) => masculine != feminine && Contract(masculine, feminine) is not null;

    /// <summary>The feminine announced between brackets: « diplômé(e) », « monteur(se) », « animateur(trice) ».</summary>
    public static string? Feminise(string masculine, string bracketed)
    {
        foreach (var (ending, feminine, _) in Endings)
        {
            if (
                bracketed.Length > 1
                && masculine.EndsWith(ending, StringComparison.Ordinal)
                && masculine[..^ending.Length] + feminine is var whole
                && whole.EndsWith(bracketed, StringComparison.Ordinal)
            )
            {
                return whole;
            }
        }

        // « ingénieur(re) » begins again with the letter before.
        return bracketed is "e" or "le" or "ne" or "te" or "se" or "fe" or "sse" ? masculine + bracketed
            : bracketed.Length == 2 && bracketed[1] == 'e' && masculine.EndsWith(bracketed[0]) ? masculine + 'e'
            : null;
    }

    private static string? Simple(string masculine, string feminine)
    {
        if (masculine == feminine)
        {
            return masculine;
        }

        if (masculine.Length < 2 || feminine.Length < 2)
        {
            return null;
        }

        if (masculine[^1] is 's' && feminine[^1] is 's' && Simple(masculine[..^1], feminine[..^1]) is { } singular)
        {
            return singular + Point + "s";
        }

        if (feminine.StartsWith(masculine, StringComparison.Ordinal) && feminine.Length - masculine.Length <= 3)
        {
            return masculine + Point + feminine[masculine.Length..];
        }

        foreach (var ending in Endings)
        {
            if (
                masculine.EndsWith(ending.Masculine, StringComparison.Ordinal)
                && feminine.EndsWith(ending.Feminine, StringComparison.Ordinal)
                && masculine
                    .AsSpan(0, masculine.Length - ending.Masculine.Length)
                    .SequenceEqual(feminine.AsSpan(0, feminine.Length - ending.Feminine.Length))
            )
            {
                return masculine + Point + ending.Shown;
            }
        }
        return null;
    }
}
