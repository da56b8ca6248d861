namespace CareerPortal.Offers.Board;

/// <summary>Where a word's offers stand in a segment's lists.</summary>
internal readonly record struct OfferPostings(int Start, int Count);
