namespace CareerPortal.Offers.Desk;

/// <summary>Which offers the workspace lists.</summary>
public enum OfferFilter
{
    /// <summary>All, the newest first.</summary>
    All,

    /// <summary>Open ones whose occupation is not sure, or not known.</summary>
    Unsure,
    Closed,
}
