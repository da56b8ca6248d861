namespace CareerPortal.Compatibility;

/// <summary>Another occupation that a change moves: among the first three of how many people it was, and is.</summary>
public sealed record ImpactNeighbour(string Code, int NearBefore, int NearAfter);
