namespace CareerPortal.Quiz.Matching;

/// <summary>One occupation in a ranking.</summary>
/// <param name="Id">The occupation.</param>
/// <param name="Score">Its log-likelihood (natural logarithm); higher fits better.</param>
/// <param name="Probability">Its share of the posterior over all occupations ranked.</param>
public sealed record RankedOccupation(string Id, double Score, double Probability);
