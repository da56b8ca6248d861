namespace CareerPortal.Editing;

/// <summary>What a restoration left: the draft's version, and how many conflicts wait for a choice.</summary>
public sealed record Restoration(Guid Version, int Conflicts);
