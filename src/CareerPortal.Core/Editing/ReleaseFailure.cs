namespace CareerPortal.Editing;

/// <summary>A release that could not be published at its hour.</summary>
public sealed record ReleaseFailure(DateTime AtUtc, string? Reason);
