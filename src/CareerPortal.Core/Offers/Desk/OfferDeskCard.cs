namespace CareerPortal.Offers.Desk;

/// <summary>An offer as the workspace shows it, with its reports and the others that are the same post.</summary>
public sealed record OfferDeskCard(ListedOffer Offer, Guid Version, IReadOnlyList<OfferReport> Reports, IReadOnlyList<ListedOffer> Same);
