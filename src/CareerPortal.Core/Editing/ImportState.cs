namespace CareerPortal.Editing;

/// <summary>What would become of a file.</summary>
public enum ImportState
{
    /// <summary>It says what the draft says.</summary>
    Unchanged,

    /// <summary>Its changes would come into the draft.</summary>
    Changes,

    /// <summary>It would begin a guide that there is none of yet.</summary>
    New,

    /// <summary>It is of an occupation that the portal does not have.</summary>
    UnknownOccupation,

    /// <summary>Its guide is not for this person to write.</summary>
    NotAllowed,

    /// <summary>Another guide of its language has its address.</summary>
    AddressTaken,

    /// <summary>There is more in it than a draft takes: nothing of it is taken.</summary>
    TooLarge,
}
