namespace CareerPortal.Offers.Alerts;

/// <summary>What a mail of an alert says that brings no offers.</summary>
public enum AlertNotice
{
    /// <summary>Somebody asked for it with this address: was it you?</summary>
    Confirm,

    /// <summary>It was asked for again, and is there already.</summary>
    Active,

    /// <summary>Another one was asked for, and the address has as many as it may.</summary>
    TooMany,

    /// <summary>Nobody has touched it for long: shall it go on?</summary>
    Question,
}
