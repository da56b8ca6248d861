namespace CareerPortal.Offers.Entries;

/// <summary>What an employer is told by mail of the offer that they proposed.</summary>
public enum OfferEntryNews
{
    /// <summary>Please confirm the address.</summary>
    Confirm,
    Published,
    Returned,
    Refused,

    /// <summary>The portal took it off the board.</summary>
    Closed,

    /// <summary>The last day is near.</summary>
    Ending,
}
