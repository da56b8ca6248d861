using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>A guide whose approved revision waits for somebody to publish it.</summary>
public sealed record ReleaseCandidate(int GuideId, OccupationName Occupation, string Language);
