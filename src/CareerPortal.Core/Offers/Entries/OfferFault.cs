namespace CareerPortal.Offers.Entries;

/// <summary>Something wrong with an offer that somebody wrote: where, what, and what it is about.</summary>
public sealed record OfferFault(OfferFormField Field, OfferFaultKind Kind, string? Detail = null)
{
    /// <summary>An error refuses; a warning is shown and left to whoever reviews.</summary>
    public bool IsError => Kind < OfferFaultKind.BelowMinimumWage;
}
