namespace CareerPortal.Editing;

/// <summary>A text that somebody translated.</summary>
/// <param name="Path">The field of the original.</param>
/// <param name="DraftPath">The field of the draft.</param>
/// <param name="Before">What stood there when they began; null where nothing did, or where it is not known.</param>
/// <param name="After">What they wrote.</param>
public sealed record TranslatedText(string Path, string DraftPath, string? Before, string After);
