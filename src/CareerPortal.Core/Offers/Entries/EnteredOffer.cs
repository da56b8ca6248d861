namespace CareerPortal.Offers.Entries;

/// <summary>What readers see of an offer that was written here, beyond its facts.</summary>
/// <param name="Form">The text as it was published.</param>
/// <param name="IsProposed">Whether its employer proposed it.</param>
/// <param name="PublishedUtc">When somebody of the portal last read and published it.</param>
public sealed record EnteredOffer(OfferForm Form, bool IsProposed, DateTime PublishedUtc);
