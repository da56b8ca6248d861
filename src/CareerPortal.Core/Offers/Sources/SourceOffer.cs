namespace CareerPortal.Offers.Sources;

/// <summary>An offer as a source tells it, ready to be compared with what the store holds.</summary>
/// <param name="ExternalId">What the source calls it by.</param>
/// <param name="Facts">What it says.</param>
/// <param name="IsDated">Whether the source says since when it is shown; otherwise it is dated by the day on which it was first seen.</param>
/// <param name="OccupationCode">The occupation in ROME 4.0 where the source itself is sure of it.</param>
public sealed record SourceOffer(string ExternalId, OfferFacts Facts, bool IsDated = true, string? OccupationCode = null);
