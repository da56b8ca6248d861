namespace CareerPortal.Editing;

/// <summary>One field or item that differs between two states of a document.</summary>
/// <param name="Path">Its address, such as <c>content.faq[2].asked</c>: as it was for what was removed, as it is for everything else.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">What it was: a text as it is written, anything else as JSON; null where it was not there.</param>
/// <param name="After">What it is.</param>
public sealed record FieldChange(string Path, FieldChangeKind Kind, string? Before, string? After);
