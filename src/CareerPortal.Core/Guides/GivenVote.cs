namespace CareerPortal.Guides;

/// <summary>What a reader says of a guide: whether it was useful, and where it was not, why.</summary>
public sealed record GivenVote(bool IsUseful, VoteReason? Reason = null, string? Words = null);
