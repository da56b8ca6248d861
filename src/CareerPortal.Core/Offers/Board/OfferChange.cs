namespace CareerPortal.Offers.Board;

/// <summary>An offer as it is now, or that it is no longer open.</summary>
/// <param name="Id">Which.</param>
/// <param name="Sequence">The number of the change.</param>
/// <param name="Now">What it is now; null where it is gone.</param>
public sealed record OfferChange(long Id, long Sequence, OpenOffer? Now);
