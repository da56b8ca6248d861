namespace CareerPortal.Offers.Doubles;

/// <summary>Offers that belong together, in the order of their numbers (at least two), and what joined them.</summary>
public sealed record OfferGroup(IReadOnlyList<long> Ids, IReadOnlyList<OfferLink> Links);
