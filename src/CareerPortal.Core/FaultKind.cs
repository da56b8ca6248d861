namespace CareerPortal;

/// <summary>What can be wrong in content, whether it comes in a file or is written here.</summary>
public enum FaultKind
{
    Unreadable,
    UnknownFile,
    UnknownFormat,
    UnknownLanguage,
    InvalidCode,
    DuplicateCode,
    UnknownCode,
    EmptySection,
    EmptyText,
    TooLong,
    Markup,
    MissingSource,
    NotAWebAddress,
    HomePageForALaw,
    UnmarkedDocument,
    UnknownPlaceholder,
    FigureInBriefGuide,
    ReversedRange,
    OutOfRange,

    /// <summary>« de annotateur »: an elision or a contraction that French makes is not made, or one is that it does not make.</summary>
    Elision,

    /// <summary>A « tu » where the guide says « vous », or the other way round.</summary>
    OtherRegister,
}
