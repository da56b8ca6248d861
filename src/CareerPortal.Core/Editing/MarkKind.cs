namespace CareerPortal.Editing;

/// <summary>What a reviewer says of a field.</summary>
public enum MarkKind
{
    Accepted,
    ToRework,
}
