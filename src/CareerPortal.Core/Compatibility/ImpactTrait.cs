namespace CareerPortal.Compatibility;

/// <summary>A quality or interest in which a group differs from the whole sample, and by how much (standard deviations).</summary>
public sealed record ImpactTrait(string Id, double Difference);
