namespace CareerPortal.Web.Offers;

/// <summary>The section <c>Offers</c>: what the board shows before real offers have come.</summary>
internal sealed record OfferSourceOptions
{
    public const string Section = "Offers";

    /// <summary>Whether a board that never had an offer is filled with marked examples.</summary>
    public bool Examples { get; init; } = true;
}
