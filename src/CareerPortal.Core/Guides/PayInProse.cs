using System.Globalization;
using System.Text.RegularExpressions;
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>Reads amounts of pay out of French sentences: « 2 300 à 2 700 € brut par mois », « 12 € de l'heure ».</summary>
internal static partial class PayInProse
{
    /// <summary>The amounts in a text that lie outside all the ranges of their period and currency; where a guide has none of these, nothing does.</summary>
    public static IEnumerable<string> Outside(IReadOnlyList<SalaryRange> ranges, string text)
    {
        if (!NamesMoney(text))
        {
            yield break;
        }

        foreach (Match match in Pay().Matches(text))
        {
            if (IsOfOthers().IsMatch(SentenceAround(text, match.Index)))
            {
                continue;
            }

            var period = match.Groups["month"].Success ? PayPeriod.Month : PayPeriod.Hour;
            var currency = match.Groups["euro"].Success ? "EUR" : "USD";
            var alike = ranges.Where(r => r.Period == period && r.Currency == currency).ToList();
            if (alike.Count == 0)
            {
                continue;
            }

            var (low, high) = (alike.Min(r => r.LowCents), alike.Max(r => r.HighCents));
            var amounts = new[] { match.Groups["low"], match.Groups["high"] }.Where(g => g.Success).Select(g => Cents(g.Value));
            if (amounts.Any(a => a < low || a > high))
            {
                yield return match.Value;
            }
        }
    }

    /// <summary>The first figure in a text that only a source can vouch for: money or a share.</summary>
    public static string? FigureIn(string text) => Figure().Match(text) is { Success: true } match ? match.Value : null;

    private static bool NamesMoney(string text) =>
        text.AsSpan().IndexOfAny('€', '$') >= 0
        || text.Contains("euro", StringComparison.Ordinal)
        || text.Contains("dollar", StringComparison.Ordinal);

    private static long Cents(string written) =>
        (long)(
            100
            * decimal.Parse(
                string.Concat(written.Where(c => char.IsAsciiDigit(c) || c == ',')).Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture
            )
        );

    private static string SentenceAround(string text, int at)
    {
        var from = text.AsSpan(0, at).LastIndexOfAny(".!?\n") + 1;
        var length = text.AsSpan(at).IndexOfAny("!?\n");
        return length < 0 ? text[from..] : text[from..(at + length)];
    }

    private const string Number = @"(?:\d{1,3}(?:[ .\u00A0\u202F]\d{3})+|\d{1,6})(?:,\d{1,2})?";
    private const string Space = @"[ \u00A0\u202F]";

    [GeneratedRegex(
        @"(?<![\p{L}\d.,])(?<low>"
            + Number
            + ")(?:"
            + Space
            + "?(?:€|euros?|\\$|dollars?))?(?:"
            + Space
            + "(?:à|et|ou)"
            + Space
            + "(?<high>"
            + Number
            + "))?"
            + Space
            + @"?(?:(?<euro>€|euros?)|\$|dollars?)"
            + Space
            + "(?:bruts?"
            + Space
            + "(?<month>par"
            + Space
            + "mois)|(?:bruts?"
            + Space
            + ")?(?:de"
            + Space
            + "l['’]heure|par"
            + Space
            + "heure))"
    )]
    private static partial Regex Pay();

    // Amounts that are not this occupation's pay.
    [GeneratedRegex(@"minimum|moyen|médian|allocation|chômage|indemnité|prime|bourse|\bnets?\b|autre métier", RegexOptions.IgnoreCase)]
    private static partial Regex IsOfOthers();

    [GeneratedRegex(@"(?<![\p{L}\d])" + Number + Space + @"?(?:€|%|euros?\b|dollars?\b|pour cent\b)")]
    private static partial Regex Figure();
}
