namespace CareerPortal.Editing;

/// <summary>Where words of two texts stand.</summary>
public enum StretchKind
{
    Same,
    Removed,
    Added,
}
