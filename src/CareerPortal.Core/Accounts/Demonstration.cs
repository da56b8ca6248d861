namespace CareerPortal.Accounts;

/// <summary>The people of a demonstration: known by their addresses, under a domain that no mail ever reaches.</summary>
public static class Demonstration
{
    public const string Domain = "@demonstration.invalid";

    internal const string NormalDomain = "@DEMONSTRATION.INVALID";

    public static readonly Guid Administrator = new("0197a000-0000-7000-8000-000000000001");
    public static readonly Guid Author = new("0197a000-0000-7000-8000-000000000002");
    public static readonly Guid Reviewer = new("0197a000-0000-7000-8000-000000000003");

    /// <summary>Somebody of the demonstration, without a password.</summary>
    public static Account Account(Guid id, string address, string name, AccountRole role, DateTime nowUtc)
    {
        var account = Accounts.Account.Of(address + Domain, name, role, nowUtc);
        (account.Id, account.WantsMail) = (id, false);
        return account;
    }
}
