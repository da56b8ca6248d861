namespace CareerPortal.Editing;

/// <summary>What an entry said once: nothing where it was deleted.</summary>
public sealed record DirectoryPast(int Number, DateTime AtUtc, string? By, string? Note, string? Document);
