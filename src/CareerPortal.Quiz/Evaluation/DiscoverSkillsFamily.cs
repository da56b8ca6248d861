namespace CareerPortal.Quiz.Evaluation;

/// <summary>A job family of "Discover your skills and careers": the traits it asks for.</summary>
/// <param name="Id">The family.</param>
/// <param name="Traits">Codes of its traits.</param>
public sealed record DiscoverSkillsFamily(string Id, IReadOnlyList<string> Traits);
