namespace CareerPortal.Editing;

/// <summary>A page of a guide's history.</summary>
public sealed record RevisionPage(DraftStanding Guide, IReadOnlyList<RevisionLine> Lines, int Page, int Pages);
