using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Accounts;

/// <summary>Somebody who works in the workspace. Accounts are never deleted, so that the audit keeps its numbers; a name can be erased.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameMaxLength = 100;
    public const int EmailMaxLength = 256;

    private const int StampBytes = 20;

    /// <summary>What colleagues read; empty once it has been erased.</summary>
    public string DisplayName { get; set; } = "";

    public AccountRole Role { get; set; }

    public AccountState State { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? LastSignInUtc { get; set; }

    /// <summary>Whether a mail tells when something waits for this person.</summary>
    public bool WantsMail { get; set; }

    /// <summary>A new account, that can be used at once.</summary>
    public static Account Of(string email, string name, AccountRole role, DateTime nowUtc)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
            Role = role,
            CreatedUtc = nowUtc,
            WantsMail = true,
            LockoutEnabled = true,
        };
        account.Address(email);
        account.EndSignIns();
        return account;
    }

    /// <summary>Gives the account another address: it is what signs in, and where mails go.</summary>
    public void Address(string email)
    {
        (Email, UserName) = (email, email);
        (NormalizedEmail, NormalizedUserName) = (Normal(email), Normal(email));
        EmailConfirmed = true;
        Touch();
    }

    /// <summary>What was signed in so far no longer is, wherever that was.</summary>
    public void EndSignIns()
    {
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(StampBytes));
        Touch();
    }

    /// <summary>Lets the store refuse whoever read the account before this change.</summary>
    public void Touch() => ConcurrencyStamp = Guid.NewGuid().ToString();

    /// <summary>Takes from the account all that says who it was; its number stays for the audit.</summary>
    public void Erase()
    {
        State = AccountState.Erased;
        DisplayName = "";
        (Email, UserName, NormalizedEmail, NormalizedUserName) = (null, $"{Id:N}", null, $"{Id:N}".ToUpperInvariant());
        (PasswordHash, PhoneNumber) = (null, null);
        (TwoFactorEnabled, EmailConfirmed, WantsMail) = (false, false, false);
        LastSignInUtc = null;
        EndSignIns();
    }

    /// <summary>An address as it is compared, as Identity does.</summary>
    public static string Normal(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Normalize().ToUpperInvariant();
    }
}
