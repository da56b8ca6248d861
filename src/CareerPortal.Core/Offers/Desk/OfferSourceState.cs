namespace CareerPortal.Offers.Desk;

/// <summary>A source with its open offers and its last readings, the newest first.</summary>
public sealed record OfferSourceState(OfferSource Source, int Open, IReadOnlyList<OfferRun> Runs);
