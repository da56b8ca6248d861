namespace CareerPortal.Editing;

/// <summary>How the workspace answers to what somebody asked for.</summary>
public enum DeskAnswer
{
    Done,

    /// <summary>It had been done already, by the same click.</summary>
    DoneBefore,

    /// <summary>There is no such thing, or it is not for this person to see.</summary>
    NotFound,

    /// <summary>The person may not, or may no longer.</summary>
    NotAllowed,

    /// <summary>Somebody changed it meanwhile: nothing was written.</summary>
    Stale,

    /// <summary>Conflicts have to be chosen between first.</summary>
    InConflict,

    /// <summary>Rules refuse it.</summary>
    HasFaults,

    /// <summary>It is not in a state in which this can be done.</summary>
    NotNow,

    /// <summary>What was sent cannot be used.</summary>
    Invalid,
}
