namespace CareerPortal.Offers.Entries;

/// <summary>How far an offer is that somebody wrote here.</summary>
public enum OfferEntryState
{
    /// <summary>Somebody else has to read it.</summary>
    InReview,

    /// <summary>Whoever proposed it has not confirmed the address yet.</summary>
    Unconfirmed,

    /// <summary>Given back with words on what to mend.</summary>
    Returned,
    Published,
    Refused,

    /// <summary>Taken off the board before its time.</summary>
    Withdrawn,

    /// <summary>Its last day is past.</summary>
    Expired,
}
