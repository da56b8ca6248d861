namespace CareerPortal.Quiz.ResponseQuality;

/// <summary>Signs that someone may have clicked without reading; said kindly, they only widen the interval.</summary>
[Flags]
public enum CarelessSigns
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Too many identical raw answers in a row.</summary>
    SameAnswers = 1,

    /// <summary>Answers that contradict each other more than those of nearly all people.</summary>
    Contradictions = 2,

    /// <summary>Faster than one can read.</summary>
    TooFast = 4,
}
