namespace CareerPortal.Guides;

/// <summary>How often a guide was found useful, and how often not, for which reasons.</summary>
public sealed record VoteCount(int GuideId, int Useful, int NotUseful, IReadOnlyDictionary<VoteReason, int> Reasons, DateOnly Last);
