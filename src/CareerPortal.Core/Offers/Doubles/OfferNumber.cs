using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerPortal.Offers.Doubles;

/// <summary>A reference as references are compared: its letters and digits, and the long number in it if boards only put something around it.</summary>
internal sealed partial record OfferNumber
{
    // Under a million, numbers are counted by each employer anew and meet by chance.
    private const int FewestDigits = 7;
    private const int FarthestNext = 10;

    private OfferNumber(string written, string? core, string shape, string stem)
    {
        (Written, Core, Shape, Stem) = (written, core, shape, stem);
    }

    public string Written { get; }

    /// <summary>The one number of at least seven digits in it; null where there is none.</summary>
    public string? Core { get; }

    /// <summary>What it looks like: « A-9 » for letters, a dash and digits. One board's references look alike.</summary>
    public string Shape { get; }

    /// <summary>Without what numbers the places of one offer: « AB1234-1 », « AB1234/02 ».</summary>
    public string Stem { get; }

    public static OfferNumber? Of(string? reference)
    {
        var written = (reference ?? "").Trim().ToUpperInvariant();
        if (!written.Any(char.IsAsciiDigit) || written.Length > 100)
        {
            return null;
        }

        var long_ = Digits().Matches(written).Where(m => m.Length >= FewestDigits).Select(m => m.Value).ToList();
        var shape = Digits().Replace(Letters().Replace(written, "A"), "9");
        var stem = PlaceNumber().Match(written) is { Success: true } numbered ? numbered.Groups["stem"].Value : written;
        return new OfferNumber(written, long_ is [var core] ? core : null, shape, stem);
    }

    /// <summary>Equal, or equal but for what a board puts before or behind.</summary>
    public bool IsSameAs(OfferNumber other) => Written == other.Written || (Core is not null && Core == other.Core);

    public bool IsNumberedAs(OfferNumber other) => Stem == other.Stem;

    /// <summary>Given by the same board, and not the same.</summary>
    public bool IsAnotherOf(OfferNumber other) => Shape == other.Shape && !IsSameAs(other);

    public bool IsNextTo(OfferNumber other) =>
        Core is not null
        && other.Core is not null
        && long.TryParse(Core, NumberStyles.None, CultureInfo.InvariantCulture, out var own)
        && long.TryParse(other.Core, NumberStyles.None, CultureInfo.InvariantCulture, out var theirs)
        && Math.Abs(own - theirs) is > 0 and <= FarthestNext;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?<stem>.*\p{L}.*\d{3,}|\d{4,})[-/_.](?:\d{1,2}|[A-Z])$")]
    private static partial Regex PlaceNumber();
}
