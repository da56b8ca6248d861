namespace CareerPortal.Catalogue;

/// <summary>An occupation of an edition.</summary>
public sealed record ListedOccupation(string Code, CatalogueFacts Facts);
