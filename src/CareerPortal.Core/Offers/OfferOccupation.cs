namespace CareerPortal.Offers;

/// <summary>An occupation that an offer may be about: its code in ROME 4.0, and how sure that is (0 to 1).</summary>
public sealed record OfferOccupation(string Code, double Confidence);
