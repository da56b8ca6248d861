namespace CareerPortal.Editing;

/// <summary>A page of a list of guides.</summary>
public sealed record GuidePageOf(IReadOnlyList<GuideLine> Lines, int Count, int Page, int Pages);
