namespace CareerPortal.Accounts;

/// <summary>How a change of an account is answered.</summary>
public enum AccountAnswer
{
    Done,

    /// <summary>The person may not, or may no longer.</summary>
    NotAllowed,

    /// <summary>There is no such account.</summary>
    NotFound,

    /// <summary>Somebody changed it meanwhile: nothing was written.</summary>
    Stale,

    /// <summary>Nobody would be left to administer the portal.</summary>
    LastAdministrator,

    /// <summary>Somebody has that address already.</summary>
    Taken,

    /// <summary>The password given is not the account's.</summary>
    WrongPassword,

    /// <summary>What was typed cannot be taken.</summary>
    Invalid,

    /// <summary>It was asked for a moment ago.</summary>
    TooSoon,
}
