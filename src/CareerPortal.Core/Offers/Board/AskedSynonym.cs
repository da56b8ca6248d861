namespace CareerPortal.Offers.Board;

/// <summary>Words that people ask with, and the occupations that they mean by them, by their codes.</summary>
public sealed record AskedSynonym(string Said, IReadOnlyList<string> Occupations);
