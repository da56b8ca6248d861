namespace CareerPortal.Editing;

/// <summary>What somebody chose of two texts.</summary>
public enum ConflictChoice
{
    Mine,
    Theirs,
    Both,
}
