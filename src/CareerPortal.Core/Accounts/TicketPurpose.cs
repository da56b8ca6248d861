namespace CareerPortal.Accounts;

/// <summary>What a one-time link is for.</summary>
public enum TicketPurpose
{
    FirstAdministrator,
    Invitation,
    Demonstration,
    PasswordReset,
    EmailChange,
    SecondFactorReset,
}
