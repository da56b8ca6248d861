namespace CareerPortal.Quiz.Selection;

/// <summary>Why a quiz ends.</summary>
public enum StopReason
{
    /// <summary>It does not end: there is a next question.</summary>
    None = 0,

    /// <summary>The interval is narrow enough.</summary>
    Precise = 1,

    /// <summary>The band is settled.</summary>
    Settled = 2,

    /// <summary>One more question is not expected to change the picture.</summary>
    LittleToGain = 3,

    /// <summary>The most questions that a quiz may ask were asked.</summary>
    Longest = 4,

    /// <summary>No item is left that may be asked.</summary>
    NothingLeft = 5,
}
