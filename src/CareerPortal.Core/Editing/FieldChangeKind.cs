namespace CareerPortal.Editing;

/// <summary>What became of a field, or of an item of a list.</summary>
public enum FieldChangeKind
{
    Changed,
    Added,
    Removed,
    Moved,
}
