namespace CareerPortal.Offers.Doubles;

/// <summary>Why two offers were joined, the strongest reason first.</summary>
public enum OfferLikeness
{
    /// <summary>The same post: reference and town equal, and a title that agrees.</summary>
    Reference,

    /// <summary>The same post: employer, town, title and contract equal.</summary>
    EmployerAndTown,

    /// <summary>The same post: a telling title, the same town, days apart; one of them does not name the employer.</summary>
    HiddenEmployer,

    /// <summary>For several towns: employer and title equal, the reference equal or numbered.</summary>
    NumberedReference,

    /// <summary>For several towns: a telling title of one agency on one day, references next to each other.</summary>
    NextReference,

    /// <summary>For several towns: employer and title equal, days apart.</summary>
    EmployerAndTitle,
}
