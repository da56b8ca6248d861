using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Sets a text as French prints it: its spaces, quotation marks and apostrophes; letters and digits never change.</summary>
public static partial class Typography
{
    /// <summary>U+00A0, before the colon, inside « », between a number and its unit, and between a day and its month.</summary>
    public const char NoBreakSpace = '\u00A0';

    private const string NoBreak = "\u00A0";

    // Before ; ! ? and %, and between thousands.
    private const string Narrow = "\u202F";

    // Any space that stays on the line.
    private const string Space = @"[ \u2009\u00A0\u202F]";

    // What a sign may follow without a space: the end of a word, a closing mark, something hidden.
    private const string WordEnd = @"[\p{L}\p{M}\p{N}»”’)\]…%€$°*_\uE000]";

    private const string Units =
        @"h|min|s|ms|dpi|ppp|m²|m³|m|cm|mm|km|kg|mg|g|l|L|ml|cl|kWh|W|V|Hz|GHz|MHz|px|Mpx|ko|Ko|kB|Mo|MB|Go|GB|To|TB|°C|€|EUR|USD|euros?|dollars?";

    /// <summary>The text well set; setting it again changes nothing.</summary>
    public static string Set(string text) => ProtectedText.Rewrite(text, SetProse);

    private static string SetProse(string prose)
    {
        prose = StraightQuotes().Replace(prose, "«$1»");
        prose = StraightApostrophe().Replace(prose, Elision.Apostrophe.ToString());
        prose = ThreeDots().Replace(prose, "…");

        prose = AfterOpeningQuote().Replace(prose, NoBreak);
        prose = BeforeClosingQuote().Replace(prose, NoBreak);
        prose = BeforeColon().Replace(prose, NoBreak);
        prose = BeforeHighSign().Replace(prose, Narrow);

        prose = DottedThousands().Replace(prose, match => match.Value.Replace(".", Narrow, StringComparison.Ordinal));
        prose = Thousands().Replace(prose, match => Spaces().Replace(match.Value, Narrow));
        prose = BeforePercent().Replace(prose, Narrow);
        prose = BeforeCurrency().Replace(prose, NoBreak);
        prose = GluedHour().Replace(prose, match => NoBreak + "h" + (match.Groups["minutes"].Success ? NoBreak : ""));
        prose = BeforeUnit().Replace(prose, NoBreak);
        prose = MinutesAfterHour().Replace(prose, NoBreak);
        prose = Range().Replace(prose, "–");

        prose = BeforeMonth().Replace(prose, NoBreak);
        prose = AfterNumero().Replace(prose, NoBreak);
        return AfterCourtesy().Replace(prose, NoBreak);
    }

    [GeneratedRegex("""(?<![\p{L}\p{N}\uE000])"(?=[^\s"])([^"«»\n]*[^\s"«»])"(?![\p{L}\p{N}])""")]
    private static partial Regex StraightQuotes();

    [GeneratedRegex("""(?<=[\p{L}\p{M}])'(?=[\p{L}\p{N}«“\uE000])""")]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex(@"(?<![.…])\.{3}(?![.…])")]
    private static partial Regex ThreeDots();

    [GeneratedRegex("(?<=«)" + Space + @"*(?=\S)")]
    private static partial Regex AfterOpeningQuote();

    [GeneratedRegex(@"(?<=\S)" + Space + "*(?=»)")]
    private static partial Regex BeforeClosingQuote();

    [GeneratedRegex("(?:(?<=" + WordEnd + ")|(?<=[^\\s«“(\\[])" + Space + "+)(?=:(?:\\s|$|[*_»)\uE000]))")]
    private static partial Regex BeforeColon();

    [GeneratedRegex("(?:(?<=" + WordEnd + ")|(?<=[^\\s«“(\\[])" + Space + "+)(?=[;!?]+(?:\\s|$|[)\\]»”’\"…,.*_\uE000]))")]
    private static partial Regex BeforeHighSign();

    [GeneratedRegex(
        @"(?<![\p{L}\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?=(?:,\d+)?(?:"
            + Space
            + @"*(?:[-–]|à|et|ou)"
            + Space
            + @"*[1-9]\d{0,2}(?:[.\u202F]\d{3})+(?:,\d+)?)?"
            + Space
            + @"*(?:€|EUR\b|euros?\b))"
    )]
    private static partial Regex DottedThousands();

    [GeneratedRegex(
        @"(?<!\d(?:"
            + Space
            + "?h)?"
            + Space
            + @")(?<!\b0\d*[-–])(?<![\p{L}\d.,/:+])[1-9]\d{0,2}(?:"
            + Space
            + @"\d{3})+(?!"
            + Space
            + @"?\d)(?!\p{L})"
    )]
    private static partial Regex Thousands();

    [GeneratedRegex(Space)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=\d)" + Space + @"*(?=%(?![\p{L}\p{N}]))")]
    private static partial Regex BeforePercent();

    [GeneratedRegex(@"(?<=\d)" + Space + @"*(?=[€$](?![\p{L}\p{N}]))")]
    private static partial Regex BeforeCurrency();

    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}.,:])(?:[01]?\d|2[0-4]))h(?:(?<minutes>(?=[0-5]\d(?![\p{L}\p{N}])))|(?![\p{L}\p{M}\p{N}'’]))")]
    private static partial Regex GluedHour();

    [GeneratedRegex(@"(?<=\d)" + Space + "+(?=(?:" + Units + @")(?![\p{L}\p{M}\p{N}'’]))")]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(@"(?<=\d\u00A0h)" + Space + @"+(?=[0-5]\d(?![\p{L}\p{N}]))")]
    private static partial Regex MinutesAfterHour();

    [GeneratedRegex(@"(?<=(?<![-\d\u202F,])\d[\d\u202F,]*)-(?=\d[\d\u202F,]*(?:\u00A0(?:[€$]|EUR\b|euros?\b)|\u202F%))")]
    private static partial Regex Range();

    [GeneratedRegex(
        @"(?<=(?<![\p{L}\p{N}.,])(?:1er|[1-9]|[12]\d|3[01]))"
            + Space
            + "+(?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?![\\p{L}\\p{N}]))"
    )]
    private static partial Regex BeforeMonth();

    [GeneratedRegex(@"(?<=(?<!\p{L})[nN]°)" + Space + @"*(?=\d)")]
    private static partial Regex AfterNumero();

    [GeneratedRegex(@"(?<=(?<!\p{L})(?:MM?\.|Mmes?|Mlles?|Dr|Pr))" + Space + @"+(?=\p{Lu})")]
    private static partial Regex AfterCourtesy();
}
