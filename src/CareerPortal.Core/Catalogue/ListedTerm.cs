namespace CareerPortal.Catalogue;

/// <summary>What an edition calls a code.</summary>
public sealed record ListedTerm(TermKind Kind, string Code, LocalisedText Label, string? Group = null);
