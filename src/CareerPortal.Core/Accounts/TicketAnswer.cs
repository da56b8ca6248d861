namespace CareerPortal.Accounts;

/// <summary>How a one-time link is answered.</summary>
public enum TicketAnswer
{
    Done,

    /// <summary>There is no such link, or it has been used, or its time is over.</summary>
    Gone,

    /// <summary>Somebody has that address already.</summary>
    Taken,

    /// <summary>What was typed cannot be taken.</summary>
    Invalid,
}
