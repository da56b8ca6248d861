namespace CareerPortal.Web.Offers.Shortlist;

/// <summary>What a button of the shortlist does; those that concern an offer name its number behind a colon.</summary>
internal enum ShortlistStep
{
    Keep,
    Drop,
    Empty,
    Hide,
    Show,

    /// <summary>Hides all offers of an offer's employer.</summary>
    HideEmployer,

    /// <summary>Shows those of an employer again, who stands behind the colon by its key.</summary>
    ShowEmployer,

    /// <summary>Hides the offers of agencies; an offer behind the colon is the one whose button was pressed.</summary>
    HideAgencies,
    ShowAgencies,

    /// <summary>Forgets which offers were opened, and goes on noting them.</summary>
    ForgetSeen,
    NoteNothing,
    NoteSeen,
}
