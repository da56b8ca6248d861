namespace CareerPortal.Offers.Board;

/// <summary>A word that adverts write otherwise.</summary>
internal sealed record AlikeWord(string Said, IReadOnlyList<string> Means);
