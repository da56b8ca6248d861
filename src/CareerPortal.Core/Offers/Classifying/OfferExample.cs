namespace CareerPortal.Offers.Classifying;

/// <summary>
/// A title of which somebody said what it means: an occupation of ROME 4.0 by its five characters, or only its family of ROME 3 by Le Forem's longer
/// code (« H250201-1 »).
/// </summary>
public sealed record OfferExample(string Title, string Code);
