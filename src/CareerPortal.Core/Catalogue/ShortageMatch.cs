namespace CareerPortal.Catalogue;

/// <summary>The occupation that a line of a list was matched with; no code where none was near enough. By name: the label is one of its own.</summary>
public sealed record ShortageMatch(string Label, string? Code, string? Title, double Confidence, bool IsByName);
