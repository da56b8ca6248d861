namespace CareerPortal.Editing;

/// <summary>Some words of two texts that were compared.</summary>
public sealed record WordStretch(StretchKind Kind, string Text);
