using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>An occupation as a study of impact sees it.</summary>
public sealed record ImpactOccupation(string Code, OccupationInterests? Interests, IReadOnlyList<Requirement> Requirements);
