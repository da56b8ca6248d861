namespace CareerPortal.Quiz.Matching;

/// <summary>Occupations in the order of their nearness, equals on one place.</summary>
/// <param name="Places">The best places, best first.</param>
/// <param name="Good">How many occupations of the whole gallery fit.</param>
public sealed record FitRanking(IReadOnlyList<RankedPlace> Places, int Good);
