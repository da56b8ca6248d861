namespace CareerPortal.Directories;

/// <summary>An address that no longer answers, since when, and with what; no status where nobody answered at all.</summary>
public sealed record BrokenLink(LinkPlace Place, DateTime SinceUtc, int? Status);
