namespace CareerPortal.Quiz.Matching;

/// <summary>Where a person's answers and an occupation lie on one dimension; the words belong to the site.</summary>
public enum ReasonDirection
{
    /// <summary>The answers bear no statement that would be true of both: « ça dépend », answers that contradict each other, or near enough.</summary>
    None = 0,

    /// <summary>For the occupation: the answers describe it, and the occupation asks for it.</summary>
    Both = 1,

    /// <summary>For the occupation: the answers describe little of it, and the occupation asks for little.</summary>
    Neither = 2,

    /// <summary>Against: the occupation asks for more than the answers describe.</summary>
    More = 3,

    /// <summary>Against: the occupation asks for less than the answers describe.</summary>
    Less = 4,
}
