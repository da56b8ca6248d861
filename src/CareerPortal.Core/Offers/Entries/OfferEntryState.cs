namespace CareerPortal.Offers.Entries;

/// <summary>How far an offer is that somebody wrote here.</summary>
public enum OfferEntryState
{
    /// <summary>Whoever proposed it has not confirmed the address yet.</summary>
    Unconfirmed,
    InReview,

    /// <summary>Given back with words on what to mend.</summary>
    Returned,
    Published,
    Refused,

    /// <summary>Taken off the board before its time.</summary>
    Withdrawn,

    /// <summary>Its last day is past.</summary>
    Expired,
}
