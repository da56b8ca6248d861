namespace CareerPortal.Offers;

// The closed lists by which offers are told apart.

/// <summary>Under which contract the work is done.</summary>
public enum ContractKind
{
    Permanent,
    FixedTerm,

    /// <summary>Through an agency.</summary>
    Temporary,

    /// <summary>Through an agency at first, with the prospect of a permanent contract: no permanent one yet.</summary>
    TemporaryToPermanent,
    Replacement,
    Student,
    FlexiJob,
    Casual,
    CivilServant,
    SelfEmployed,
    Apprenticeship,

    /// <summary>For a piece of work that is clearly defined.</summary>
    DefinedWork,
}

/// <summary>How much of the week the work takes.</summary>
public enum WorkRegime
{
    FullTime,
    PartTime,
}

/// <summary>Who looks for somebody: the employer, or an agency for one.</summary>
public enum EmployerKind
{
    Direct,
    Agency,
}

/// <summary>How much of the work can be done from home.</summary>
public enum TeleworkKind
{
    None,
    Partly,
    Wholly,
}

/// <summary>What the work asks of experience.</summary>
public enum ExperienceNeed
{
    None,
    UnderTwoYears,
    TwoToFiveYears,
    OverFiveYears,

    /// <summary>Some, and it is not said how much.</summary>
    Some,
}

/// <summary>The period that a pay is counted in.</summary>
public enum OfferPayPeriod
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>Whether an offer can still be answered.</summary>
public enum OfferState
{
    Open,
    Closed,
}

/// <summary>Why an offer is closed.</summary>
public enum OfferClosing
{
    /// <summary>Its source has it no longer.</summary>
    Withdrawn,

    /// <summary>Its last day is past.</summary>
    Expired,

    /// <summary>Somebody of the portal closed it.</summary>
    ByHand,

    /// <summary>It was an example, and real offers have come.</summary>
    ExampleEnded,
}

/// <summary>How it was found which occupation an offer is about.</summary>
public enum OfferOccupationOrigin
{
    /// <summary>By the source's code and, among its occupations, by the title.</summary>
    CodeAndTitle,
    Title,
    Counsellor,
}

/// <summary>How offers come from a source.</summary>
public enum OfferSourceKind
{
    OpenData,
    File,

    /// <summary>Entered here, or proposed by an employer.</summary>
    Portal,

    /// <summary>Written for a portal without a network; no offer of anybody.</summary>
    Example,
}
