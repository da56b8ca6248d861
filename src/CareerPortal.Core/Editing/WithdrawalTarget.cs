using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>A guide that the address of another may lead to.</summary>
public sealed record WithdrawalTarget(int GuideId, OccupationName Name);
