namespace CareerPortal.Editing;

/// <summary>What a link to the site to come shows.</summary>
public sealed record OpenPreview(DateTime AtUtc, int? ReleaseId);
