namespace CareerPortal.Guides;

/// <summary>What can be wrong in a guide's document.</summary>
public enum GuideFaultKind
{
    UnknownCode,
    EmptySection,
    EmptyText,
    TooLong,
    Markup,
    MissingSource,
    UnknownPlaceholder,
    FigureInBriefGuide,
    ReversedRange,

    /// <summary>« de annotateur »: an elision or a contraction that French makes is not made, or one is that it does not make.</summary>
    Elision,

    /// <summary>A « tu » where the guide says « vous », or the other way round.</summary>
    OtherRegister,
}
