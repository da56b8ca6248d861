namespace CareerPortal.Offers.Alerts;

/// <summary>A mail of offers that was made for an alert: one a day at most, whichever node makes it and how often it tries.</summary>
public sealed class OfferAlertDigest
{
    public required Guid AlertId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How many offers it told of.</summary>
    public required int Offers { get; init; }
}
