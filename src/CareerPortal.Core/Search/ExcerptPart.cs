namespace CareerPortal.Search;

/// <summary>A piece of an excerpt: plain text, marked where it is what was searched.</summary>
public readonly record struct ExcerptPart(string Text, bool IsFound);
