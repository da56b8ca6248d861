namespace CareerPortal.Accounts;

/// <summary>Whether an account may be used.</summary>
public enum AccountState
{
    Active,
    Deactivated,
    Erased,
}
