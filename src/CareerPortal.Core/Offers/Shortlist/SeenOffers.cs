namespace CareerPortal.Offers.Shortlist;

/// <summary>The offers whose pages were opened in one browser, as numbers, the last opened last: where there is no more room the oldest go.</summary>
public sealed class SeenOffers
{
    public const int Most = 150;

    public static readonly SeenOffers None = new([]);

    private const string Version = "1.";

    private readonly IReadOnlyList<long> _offers;

    private SeenOffers(IReadOnlyList<long> offers) => _offers = offers;

    public int Count => _offers.Count;

    public static SeenOffers Read(string? text) =>
        text is null || text.Length > OfferChoices.LongestText || !text.StartsWith(Version, StringComparison.Ordinal)
            ? None
            : new SeenOffers(OfferNumbers.Read(text[Version.Length..], Most));

    public bool Has(long offer) => _offers.Contains(offer);

    public SeenOffers With(long offer)
    {
        var offers = _offers.Where(o => o != offer).Append(offer).TakeLast(Most).ToList();
        while (offers.Count > 1 && TextOf(offers).Length > OfferChoices.LongestText)
        {
            offers.RemoveAt(0);
        }

        return new SeenOffers(offers);
    }

    public override string ToString() => Count == 0 ? "" : TextOf(_offers);

    private static string TextOf(IEnumerable<long> offers) => Version + OfferNumbers.Write(offers);
}
