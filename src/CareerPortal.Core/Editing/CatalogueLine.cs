namespace CareerPortal.Editing;

/// <summary>An occupation of the catalogue as the workspace lists it.</summary>
public sealed record CatalogueLine(string Code, string Slug, string Masculine, string Feminine, DateTime? ReviewedUtc);
