namespace CareerPortal.Offers.Desk;

/// <summary>What the rehearsal of a synonym says.</summary>
public enum SynonymVerdict
{
    Fine,

    /// <summary>It has a digit, too few letters or too many words.</summary>
    NoWords,

    /// <summary>No occupation was given, or too many, or one that the catalogue does not know.</summary>
    NoOccupation,

    /// <summary>The words find offers already.</summary>
    FindsAlready,

    /// <summary>With it too they find nothing.</summary>
    FindsNothing,

    /// <summary>Too many other searches would answer otherwise.</summary>
    ChangesOthers,

    /// <summary>As many are in use as there may be.</summary>
    TooMany,

    /// <summary>The board is being laid out: nothing can be tried yet.</summary>
    NotReady,
}
