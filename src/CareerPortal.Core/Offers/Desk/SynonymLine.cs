namespace CareerPortal.Offers.Desk;

/// <summary>A synonym, and how many offers its words find today; null where the board is not laid out, or it is out of use.</summary>
public sealed record SynonymLine(OfferSynonym Synonym, int? FoundNow);
