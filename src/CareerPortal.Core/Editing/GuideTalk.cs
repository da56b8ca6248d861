namespace CareerPortal.Editing;

/// <summary>What is said about a guide, and what its readers marked.</summary>
public sealed record GuideTalk(IReadOnlyList<Talk> Threads, IReadOnlyList<HeldMark> Marks);
