namespace CareerPortal.Guides;

/// <summary>A paragraph, which is one line; or a list of as many lines as it has items.</summary>
public sealed record ProseBlock(bool IsList, IReadOnlyList<IReadOnlyList<ProseSpan>> Lines);
