namespace CareerPortal.Core.Tests.Offers;

/// <summary>How an index answers one query: nDCG at 10 (null where nothing is graded), how many it finds, and which of them it must not.</summary>
internal sealed record GoldVerdict(GoldQuery Query, double? Gain, int Found, IReadOnlyList<long> Wrong);
