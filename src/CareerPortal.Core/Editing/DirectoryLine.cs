namespace CareerPortal.Editing;

/// <summary>An entry of a directory as lists show it.</summary>
public sealed record DirectoryLine(string Code, string Name, string? Detail = null);
