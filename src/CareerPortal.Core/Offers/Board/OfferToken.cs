namespace CareerPortal.Offers.Board;

/// <summary>A word of an offer or a question: as written without accents, the key that its forms share, and its stem.</summary>
internal readonly record struct OfferToken(string Written, string Key, string Stem, bool IsEmpty);
