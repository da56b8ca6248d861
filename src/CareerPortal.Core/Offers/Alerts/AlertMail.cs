namespace CareerPortal.Offers.Alerts;

/// <summary>What a mail of offers is written of.</summary>
/// <param name="Alert">Whose it is.</param>
/// <param name="Seal">What makes its links.</param>
/// <param name="Today">The day in Belgium.</param>
/// <param name="Shown">The offers shown, each with others that are the same post, and how far away it is.</param>
/// <param name="Total">How many new offers there are in all.</param>
public sealed record AlertMail(
    OfferAlert Alert,
    AlertSeal Seal,
    DateOnly Today,
    IReadOnlyList<(ListedOffer Offer, double? Kilometres, IReadOnlyList<ListedOffer> Others)> Shown,
    int Total
);
