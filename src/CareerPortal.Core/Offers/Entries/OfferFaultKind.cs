namespace CareerPortal.Offers.Entries;

/// <summary>What can be wrong with an offer that somebody wrote.</summary>
public enum OfferFaultKind
{
    Missing,
    TooLong,

    /// <summary>It is none of the values that can be chosen, or no number or day.</summary>
    Unreadable,

    /// <summary>It names no category of driving licence.</summary>
    UnknownLicence,
    UnknownPlace,
    TooManyPlaces,

    /// <summary>Neither a range of pay nor the scale that applies.</summary>
    NoPay,

    /// <summary>The lower end lies above the higher one.</summary>
    ReversedPay,

    /// <summary>No web address, e-mail address or other way to apply.</summary>
    NoWayToApply,
    NotSecure,
    NotAnEmail,

    /// <summary>The title names one gender alone; the detail is a title that names all.</summary>
    OneGender,

    /// <summary>It asks what somebody earned before: the directive 2023/970 forbids it.</summary>
    AsksPastPay,

    /// <summary>It asks whoever applies for money, bank data or papers of identity.</summary>
    AsksMoney,
    Past,

    /// <summary>An address of a page stands in the title, which goes into mails as it is.</summary>
    LinkInTitle,

    /// <summary>The last day lies too far ahead.</summary>
    TooFar,

    // From here on warnings: whoever reviews it decides.

    BelowMinimumWage,
    WidePay,

    /// <summary>An amount that hardly fits its period.</summary>
    OddPay,

    /// <summary>A place is read as another than its words say.</summary>
    UnsurePlace,
    Age,
    Sex,
    Origin,
    Health,
    Family,
    Appearance,
    LinkInText,
    PhoneInText,
    Markup,
    TooShort,
    Capitals,

    /// <summary>An open offer seems to be the same; the detail is its number.</summary>
    Again,
}
