using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerPortal.Offers.Sources;

/// <summary>Reads pay as feeds write it; null where it does not say for which period, or no sum that may be true.</summary>
internal static partial class OfferPayText
{
    private const decimal Most = 10_000_000;

    /// <summary>A range from two texts, each a number with a decimal point or comma; either may be missing.</summary>
    public static OfferPay? Read(string? low, string? high, string? currency, string? period)
    {
        var (from, to) = (Number(low), Number(high));
        from ??= to;
        to ??= from;
        if (from is not { } least || to is not { } most || PeriodIn(period) is not { } unit || least <= 0 || most < least || most > Most)
        {
            return null;
        }

        var code = currency?.Trim().ToUpperInvariant();
        return code is null or "" or "€" or "EUR" ? new OfferPay(Cents(least), Cents(most), "EUR", unit)
            : code.Length == 3 && code.All(char.IsAsciiLetterUpper) ? new OfferPay(Cents(least), Cents(most), code, unit)
            : null;
    }

    /// <summary>A range from words: « 710,00 - 1 823,00 EUR par mois ».</summary>
    public static OfferPay? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300)
        {
            return null;
        }

        var sums = Sums().Matches(text).Select(m => m.Value).Take(2).ToList();
        var currency = text.Contains("USD", StringComparison.OrdinalIgnoreCase) || text.Contains('$', StringComparison.Ordinal) ? "USD" : "EUR";
        return sums.Count == 0 ? null : Read(sums[0], sums[^1], currency, text);
    }

    private static OfferPayPeriod? PeriodIn(string? text)
    {
        var words = PlainWords.Of(text ?? "");
        return words.Any(w => w is "hour" or "hourly" or "heure" or "horaire" or "h" or "uur") ? OfferPayPeriod.Hour
            : words.Any(w => w is "day" or "daily" or "jour" or "journalier" or "dag") ? OfferPayPeriod.Day
            : words.Any(w => w is "week" or "weekly" or "semaine" or "hebdomadaire") ? OfferPayPeriod.Week
            : words.Any(w => w is "month" or "monthly" or "mois" or "mensuel" or "maand") ? OfferPayPeriod.Month
            : words.Any(w => w is "year" or "yearly" or "annual" or "an" or "annee" or "annuel" or "jaar") ? OfferPayPeriod.Year
            : null;
    }

    private static decimal? Number(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var digits = new string([.. text.Where(c => char.IsAsciiDigit(c) || c is ',' or '.')]);
        var last = digits.LastIndexOfAny([',', '.']);
        // Three digits after the one mark part thousands, but for a point of a number that a program wrote with three decimals.
        var isDecimal =
            last >= 0
            && (
                digits.Length - last - 1 <= 2
                || (
                    digits[last] == '.'
                    && digits.IndexOf('.', StringComparison.Ordinal) == last
                    && digits.EndsWith("000", StringComparison.Ordinal)
                    && last >= 4
                )
            );
        var whole = isDecimal ? digits[..last] : digits;
        whole = whole.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(
            isDecimal ? $"{whole}.{digits[(last + 1)..]}" : whole,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var sum
        )
            ? sum
            : null;
    }

    private static long Cents(decimal sum) => (long)decimal.Round(sum * 100);

    [GeneratedRegex(@"\d(?:[\d.,]|[   ](?=\d{3}(?!\d)))*")]
    private static partial Regex Sums();
}
