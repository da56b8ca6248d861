namespace CareerPortal.Offers.Doubles;

/// <summary>Two offers that were joined, the one with the lower number first, and why.</summary>
public sealed record OfferLink(long FirstId, long SecondId, OfferLikeness Likeness);
