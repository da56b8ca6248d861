using CareerPortal.Exchange;

namespace CareerPortal.Editing;

/// <summary>The requirements of an occupation as a release holds them.</summary>
public sealed record OccupationRequirements(string Occupation, IReadOnlyList<RequirementEntry> Requirements);
