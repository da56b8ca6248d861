namespace CareerPortal.Quiz.Requirements;

/// <summary>Where a requirement comes from; always shown beside it.</summary>
public enum RequirementOrigin
{
    /// <summary>A counsellor set it.</summary>
    Counsellor = 0,

    /// <summary>Derived from O*NET 30.1 work styles.</summary>
    Onet = 1,

    /// <summary>Derived from ROME 4.0 savoir-être: a tag without a level, weak evidence.</summary>
    Rome = 2,

    /// <summary>Derived from the order of the words on a guide.</summary>
    GuideWords = 3,
}
