namespace CareerPortal.Offers.Alerts;

/// <summary>How often mails about new offers come at most.</summary>
public enum AlertRhythm
{
    Daily,

    /// <summary>On Mondays.</summary>
    Weekly,
}
