namespace CareerPortal.Quiz.Matching;

/// <summary>Where a person stands with respect to one requirement.</summary>
public enum QualityStatus
{
    /// <summary>The answers do not settle it: between 20 % and 80 % likely to meet the requirement.</summary>
    ToCheck = 0,

    /// <summary>More than 80 % likely to meet the requirement.</summary>
    Acquired = 1,

    /// <summary>Less than 20 % likely to meet the requirement.</summary>
    ToDevelop = 2,

    /// <summary>No question about it was answered: what is known is only borrowed from related qualities, and nothing is judged.</summary>
    NotAsked = 3,
}
