namespace CareerPortal.Offers.Alerts;

/// <summary>How often an opinion was given in a month: nothing tells by whom.</summary>
public sealed class OfferAlertCount
{
    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    public required AlertOpinion Opinion { get; init; }

    public int Times { get; set; }
}
