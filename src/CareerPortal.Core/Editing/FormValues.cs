using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Typed values: how they are read and shown by a culture. Days come first in dates, as everybody in Belgium writes them.</summary>
internal static class FormValues
{
    private const string IsoDate = "yyyy-MM-dd";
    private const string IsoTime = "HH:mm";
    private const decimal MostCents = 1_000_000_000_000;
    private const string PlainDecimal = "0.############################";

    private static readonly string[] Dates = [IsoDate, "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy"];
    private static readonly string[] NamedDates = ["d MMMM yyyy", "d MMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy"];
    private static readonly string[] Times = ["H:mm", "HH:mm:ss", "H.mm", "%H"];

    public static JsonNode? Read(FormField field, string? typed, CultureInfo culture)
    {
        if (typed is null)
        {
            return null;
        }

        var text = DraftText.Clean(typed);
        if (field.Kind is FieldKind.Line or FieldKind.Prose)
        {
            return text.Length == 0 && !field.Required ? null : text;
        }

        var value = text.Trim();
        if (field.Kind == FieldKind.Yes)
        {
            return YesOf(value) is { } yes ? yes : text;
        }

        if (value.Length == 0)
        {
            return null;
        }

        return field.Kind switch
        {
            FieldKind.Date => DateOf(value, culture) is { } day ? day.ToString(IsoDate, CultureInfo.InvariantCulture) : text,
            FieldKind.Time => TimeOf(value) is { } at ? at.ToString(IsoTime, CultureInfo.InvariantCulture) : text,
            FieldKind.Money => CentsOf(value, culture) is { } cents ? cents : text,
            FieldKind.Number => NumberOf(value, culture, mostDigits: int.MaxValue) is { } number ? number : text,
            FieldKind.Choice => field.Choices?.FirstOrDefault(c => string.Equals(c, value, StringComparison.OrdinalIgnoreCase)) ?? text,
            _ => value,
        };
    }

    public static string Show(FormField field, JsonNode? value, CultureInfo culture)
    {
        if (value is not JsonValue held)
        {
            return "";
        }

        if (Json.StringOf(held) is { } text)
        {
            return field.Kind switch
            {
                FieldKind.Date when IsDate(text, out var day) => day.ToString(DateForm(culture), CultureInfo.InvariantCulture),
                FieldKind.Time when IsTime(text, out var at) => at.ToString(TimeForm(culture), CultureInfo.InvariantCulture),
                _ => text,
            };
        }

        return (field.Kind, Json.NumberOf(held)) switch
        {
            (FieldKind.Money, { } cents) when cents == Math.Truncate(cents) && Math.Abs(cents) <= MostCents => Amount(cents / 100, culture),
            (FieldKind.Number, { } number) => number.ToString(PlainDecimal, culture),
            _ => held.ToJsonString(),
        };
    }

    public static bool IsDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static bool IsTime(string text, out TimeOnly at) =>
        TimeOnly.TryParseExact(text, IsoTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out at);

    private static string DateForm(CultureInfo culture) => culture.TwoLetterISOLanguageName == "de" ? "dd'.'MM'.'yyyy" : "dd'/'MM'/'yyyy";

    private static string TimeForm(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr" ? "H'h'mm" : IsoTime;

    private static string Amount(decimal amount, CultureInfo culture) =>
        amount.ToString(amount == Math.Truncate(amount) ? "N0" : "N2", culture);

    private static DateOnly? DateOf(string value, CultureInfo culture)
    {
        if (DateOnly.TryParseExact(value, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
        {
            return day;
        }

        // « 1er mars 2026 ».
        var named = value.StartsWith("1er ", StringComparison.OrdinalIgnoreCase) ? $"1 {value[4..]}" : value;
        return DateOnly.TryParseExact(named, NamedDates, culture, DateTimeStyles.AllowWhiteSpaces, out day) ? day : null;
    }

    /// <summary>« 8h30 », « 8 h », « 08:30 ».</summary>
    private static TimeOnly? TimeOf(string value)
    {
        var plain = string.Concat(value.Where(c => !char.IsWhiteSpace(c))).Replace('h', ':').Replace('H', ':').TrimEnd(':');
        return TimeOnly.TryParseExact(plain, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new TimeOnly(at.Hour, at.Minute)
            : null;
    }

    private static bool? YesOf(string value) =>
        value.ToLowerInvariant() switch
        {
            "true" or "on" or "oui" or "ja" or "yes" or "1" => true,
            "false" or "off" or "non" or "nee" or "nein" or "no" or "0" or "" => false,
            _ => null,
        };

    private static long? CentsOf(string value, CultureInfo culture)
    {
        var plain = value.Replace("EUR", "", StringComparison.OrdinalIgnoreCase).Replace("USD", "", StringComparison.OrdinalIgnoreCase).Trim('€', '$', ' ', '\u00A0', '\u202F');
        return NumberOf(plain, culture, mostDigits: 2) is { } amount && Math.Abs(amount) <= MostCents / 100 ? (long)(amount * 100) : null;
    }

    /// <summary>
    /// A number with a comma or a point for its decimals and the other, or spaces, between thousands. Alone before three digits, either stands
    /// between thousands, but for the one that the culture has before decimals.
    /// </summary>
    private static decimal? NumberOf(string value, CultureInfo culture, int mostDigits)
    {
        var digits = new StringBuilder(value.Length);
        var spaced = new List<int>();
        var sign = value.StartsWith('-') || value.StartsWith('−') ? -1 : 1;
        foreach (var c in sign < 0 ? value.AsSpan(1) : value)
        {
            if (char.IsWhiteSpace(c) || c is '\'' or '’')
            {
                spaced.Add(digits.Length);
            }
            else if (char.IsAsciiDigit(c) || c is ',' or '.')
            {
                digits.Append(c);
            }
            else
            {
                return null;
            }
        }

        var text = digits.ToString();
        if (text.Length is 0 or > 28)
        {
            return null;
        }

        var last = text.LastIndexOfAny([',', '.']);
        var at = last < 0 || IsBetweenThousands(text, last, culture) ? -1 : last;
        var (whole, fraction) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        if (fraction.Length > mostDigits || at >= 0 && (fraction.Length == 0 || whole.Length == 0) || spaced.Exists(s => at >= 0 && s > at))
        {
            return null;
        }

        var thousands = whole.Split(',', '.');
        if (thousands.Length > 1 && (thousands[0].Length is 0 or > 3 || thousands.Skip(1).Any(t => t.Length != 3)))
        {
            return null;
        }

        // Spaces stand between thousands, too: « 2 3 » is no number.
        if (spaced.Exists(s => s > 0 && s < whole.Length && (whole.Length - s) % 3 != 0 && thousands.Length == 1))
        {
            return null;
        }

        return decimal.TryParse($"{string.Concat(thousands)}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? sign * Trimmed(number)
            : null;
    }

    private static bool IsBetweenThousands(string text, int last, CultureInfo culture)
    {
        var mark = text[last];
        if (text.IndexOf(mark) != last)
        {
            return true;
        }

        var isOnly = text.IndexOfAny([',', '.']) == last;
        return isOnly && text.Length - last - 1 == 3 && $"{mark}" != culture.NumberFormat.NumberDecimalSeparator;
    }

    /// <summary>Without the zeros at its end, so that one number is written in one way.</summary>
    private static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;
}
