using CareerPortal.Quiz.Matching;

namespace CareerPortal.Quiz.Requirements;

/// <summary>A requirement that no counsellor set, with what it rests on.</summary>
/// <param name="Required">What is asked.</param>
/// <param name="Evidence">The words, codes or style names it rests on.</param>
public sealed record DerivedRequirement(RequiredQuality Required, string Evidence);
