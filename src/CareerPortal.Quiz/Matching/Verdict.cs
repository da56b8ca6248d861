namespace CareerPortal.Quiz.Matching;

/// <summary>The band of a compatibility, as data; the words belong to the site.</summary>
public enum Verdict
{
    /// <summary>No answer counts for this occupation, or the interval is wider than 30 points.</summary>
    Indeterminate = 0,

    /// <summary>Below 35.</summary>
    Distant = 1,

    /// <summary>From 35 to below 55; a median person meets a median occupation here, at 50.</summary>
    Partial = 2,

    /// <summary>From 55 to below 75.</summary>
    Good = 3,

    /// <summary>75 or more.</summary>
    Strong = 4,
}
