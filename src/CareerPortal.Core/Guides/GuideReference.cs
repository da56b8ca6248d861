namespace CareerPortal.Guides;

/// <summary>A code in a guide, what it leads to, and where in the document it stands, such as <c>programmes[2]</c>.</summary>
public readonly record struct GuideReference(GuideReferenceKind Kind, string Code, string Path);
