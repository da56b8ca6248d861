namespace CareerPortal.Offers.Entries;

/// <summary>A page of what was written here, and how many there are of each state.</summary>
public sealed record OfferEntryList(Listing<OfferEntryLine> Lines, IReadOnlyDictionary<OfferEntryState, int> Counts);
