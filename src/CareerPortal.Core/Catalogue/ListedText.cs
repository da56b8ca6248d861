namespace CareerPortal.Catalogue;

/// <summary>A text of an edition on an occupation.</summary>
public sealed record ListedText(string Code, CatalogueTextKind Kind, string Text);
