using CareerPortal.Occupations;

namespace CareerPortal.Catalogue;

/// <summary>A required level (1 to 5) that follows from facts, with its importance (1 to 5) and what it follows from.</summary>
public sealed record DerivedLevel(string QualityId, int Importance, int Level, RequirementOrigin Origin);
