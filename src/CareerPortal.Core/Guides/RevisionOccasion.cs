namespace CareerPortal.Guides;

/// <summary>Why a revision was written; autosaves write none.</summary>
public enum RevisionOccasion
{
    Imported,
    Saved,
    Submitted,
    Published,
    Restored,
    FieldRestored,
}
