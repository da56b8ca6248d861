using System.Globalization;

namespace CareerPortal.Offers;

/// <summary>Where somebody stands who follows the offers: at a change, or on the way through all that are open.</summary>
/// <param name="Sequence">The last change that is known; on the way, the last one when it began.</param>
/// <param name="After">On the way, the offer after which the next page begins; null once all are known.</param>
public sealed record OfferCursor(long Sequence, long? After = null)
{
    private const string Format = "o1";

    /// <summary>The cursor as one word for addresses.</summary>
    public string Write() =>
        string.Join(
            '-',
            new object?[] { Format, Sequence, After }
                .Where(p => p is not null)
                .Select(p => Convert.ToString(p, CultureInfo.InvariantCulture))
        );

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static OfferCursor? Read(string? word) =>
        word?.Split('-') switch
        {
            [Format, var sequence] when Number(sequence) is { } last => new OfferCursor(last),
            [Format, var sequence, var after] when Number(sequence) is { } last && Number(after) is { } id => new OfferCursor(last, id),
            _ => null,
        };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
