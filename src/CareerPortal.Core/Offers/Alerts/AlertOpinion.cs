namespace CareerPortal.Offers.Alerts;

/// <summary>What somebody thinks of the offers of a mail.</summary>
public enum AlertOpinion
{
    Fitting,
    Partly,
    Unfitting,
}
