namespace CareerPortal.Editing;

/// <summary>What is wrong with a change of a draft.</summary>
public enum DraftRefusalKind
{
    /// <summary>The document has no such place, or it cannot be changed so.</summary>
    UnknownPlace,

    /// <summary>The value is of no shape that stands there.</summary>
    WrongShape,
    TextTooLong,
    TooManyItems,
    DocumentTooLarge,
    TooManyChanges,
}
