namespace CareerPortal.Offers.Alerts;

/// <summary>
/// What the links of all alerts are made with, once and for ever. It lies in the store as it is: sealed by keys of forms it would be lost with them, and
/// so would be every link by which somebody can end mails.
/// </summary>
public sealed class OfferAlertKey
{
    public const int Only = 1;
    public const int Length = 32;

    /// <summary>Always <see cref="Only"/>, so that two nodes cannot make one each.</summary>
    public int Id { get; private set; } = Only;

    public required byte[] Secret { get; init; }
}
