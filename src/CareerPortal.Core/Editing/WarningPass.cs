namespace CareerPortal.Editing;

/// <summary>A warning that somebody passes over.</summary>
/// <param name="Path">Where, as the rules tell it.</param>
/// <param name="Kind">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record WarningPass(string Path, FaultKind Kind, string? Reason);
