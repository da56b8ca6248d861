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

    /// <summary>A postcode that Belgium does not have: four digits, from 1000 on.</summary>
    NotAPostcode,

    /// <summary>A latitude or a longitude that does not lie in Belgium, nor near it.</summary>
    OutsideBelgium,

    /// <summary>« de annotateur »: an elision or a contraction that French makes is not made, or one is that it does not make.</summary>
    Elision,

    /// <summary>A « tu » where the guide says « vous », or the other way round.</summary>
    OtherRegister,

    // From here on warnings: they may be passed over with a reason (FaultSeverity).

    /// <summary>The day until which something holds is past, or it is older than facts of its kind may be.</summary>
    AgedFact,

    /// <summary>A text gives an amount of pay that lies outside the ranges of the guide.</summary>
    AmountOutsideRanges,

    /// <summary>A text asks for other studies than the occupation does.</summary>
    StudiesContradict,

    /// <summary>A wage begins below the minimum wage in force.</summary>
    BelowMinimumWage,

    /// <summary>An answer or an observation gives a figure, and no source.</summary>
    UnsourcedFigure,

    /// <summary>An address that the guide leads to does not answer.</summary>
    DeadLink,

    /// <summary>A masculine word stands for people of both genders.</summary>
    GenderedWording,

    LongSentence,

    HardToRead,

    /// <summary>A word that belongs to France and not to Belgium: « SMIC », « Pôle emploi ».</summary>
    FrenchOnlyWord,

    /// <summary>Two spaces where one stands, or a space at an end.</summary>
    ExtraSpace,

    StraightQuotes,

    /// <summary>A paragraph that the guide has already.</summary>
    RepeatedParagraph,

    /// <summary>A title written in capitals.</summary>
    AllCapitals,
}
