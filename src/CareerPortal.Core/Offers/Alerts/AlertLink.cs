namespace CareerPortal.Offers.Alerts;

/// <summary>
/// What a link in a mail of an alert lets its holder do; the link of one does nothing of another. The numbers are part of every link ever sent, and
/// never change.
/// </summary>
public enum AlertLink
{
    /// <summary>Say that one asked for the alert.</summary>
    Confirm = 1,

    /// <summary>See what is kept, change it, say that it shall go on, tell what one thinks of the offers.</summary>
    Manage = 2,

    /// <summary>End the alert, and see nothing of it.</summary>
    Stop = 3,
}
