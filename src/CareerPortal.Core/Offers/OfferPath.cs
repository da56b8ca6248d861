using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerPortal.Offers;

/// <summary>The address of an offer: its number, and its title for readers.</summary>
public static partial class OfferPath
{
    private const int WordsMaxLength = 80;

    /// <summary>« /offres/4711-soudeur-soudeuse »; the number alone where the title has no letter.</summary>
    public static string Of(long id, string title)
    {
        var words = Slug.WordsOf(GenderMark().Replace(title, " "), WordsMaxLength);
        var number = id.ToString(CultureInfo.InvariantCulture);
        return words.Length > 0 ? $"/offres/{number}-{words}" : $"/offres/{number}";
    }

    /// <summary>The number that an address names, whatever stands behind it; null where it names none.</summary>
    public static long? NumberOf(string? address)
    {
        var digits = address is null ? "" : address[..(address.IndexOf('-', StringComparison.Ordinal) is var at and >= 0 ? at : address.Length)];
        return digits is [not '0', ..] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    [GeneratedRegex(@"[(/][hfmvxd](?:/[hfmvxd]){0,2}\)", RegexOptions.IgnoreCase)]
    private static partial Regex GenderMark();
}
