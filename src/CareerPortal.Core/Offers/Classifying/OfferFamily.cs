namespace CareerPortal.Offers.Classifying;

/// <summary>An occupation of ROME 3, the family of those of ROME 4.0 that came from it, and how sure it is that a title is of it (0 to 1).</summary>
public sealed record OfferFamily(string Code, double Confidence);
