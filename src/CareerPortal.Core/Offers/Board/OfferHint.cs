namespace CareerPortal.Offers.Board;

/// <summary>What somebody may mean, how it is called, what asks for it, and how many offers that shows.</summary>
public sealed record OfferHint(OfferHintKind Kind, string Name, OfferQuery Query, int Count);
