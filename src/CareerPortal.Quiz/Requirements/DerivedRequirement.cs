using CareerPortal.Quiz.Matching;

namespace CareerPortal.Quiz.Requirements;

/// <summary>A requirement with its origin.</summary>
/// <param name="Requirement">What is asked.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Evidence">The words, codes or style names it rests on.</param>
public sealed record DerivedRequirement(Requirement Requirement, RequirementOrigin Origin, string Evidence);
