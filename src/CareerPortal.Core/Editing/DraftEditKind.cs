namespace CareerPortal.Editing;

/// <summary>What an edit does.</summary>
public enum DraftEditKind
{
    Set,
    Insert,
    Remove,
    Move,
}
