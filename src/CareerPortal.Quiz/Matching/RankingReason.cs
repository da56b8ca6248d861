namespace CareerPortal.Quiz.Matching;

/// <summary>What one dimension does to an occupation's place.</summary>
/// <param name="Dimension">The quality or interest.</param>
/// <param name="Effect">Above 0 it brings the occupation up, below 0 down; in units of log-likelihood, relative to the average occupation.</param>
/// <param name="Person">The person's level, on the gallery's scale.</param>
/// <param name="Occupation">The occupation's level, on the gallery's scale.</param>
public sealed record RankingReason(string Dimension, double Effect, double Person, double Occupation);
