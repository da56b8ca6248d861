namespace CareerPortal.Offers.Entries;

/// <summary>The fields of the form of an offer, in the order in which they are asked for.</summary>
public enum OfferFormField
{
    /// <summary>None of them: the offer as a whole.</summary>
    Whole,
    Title,
    Employer,
    Kind,
    Places,
    Contract,
    Regime,
    Hours,
    Posts,
    Telework,
    Sector,
    PayLow,
    PayHigh,
    PayPeriod,
    PayScale,
    Missions,
    Profile,
    Offered,
    Experience,
    Studies,
    Languages,
    Licences,
    ApplyUrl,
    ApplyEmail,
    ApplyAddress,
    LastDay,
}
