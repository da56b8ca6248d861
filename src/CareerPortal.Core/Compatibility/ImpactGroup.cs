namespace CareerPortal.Compatibility;

/// <summary>People whom a change moves the same way: how many, by how many points on average, and what they have in common, the strongest first.</summary>
public sealed record ImpactGroup(int People, double MeanPoints, IReadOnlyList<ImpactTrait> Traits);
