namespace CareerPortal.Editing;

/// <summary>What differs in a section.</summary>
public sealed record ComparedSection(string Section, IReadOnlyList<ComparedField> Fields);
