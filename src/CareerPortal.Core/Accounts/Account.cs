using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Accounts;

/// <summary>Somebody who works in the workspace. Accounts are never deleted, so that the audit keeps its numbers; a name can be erased.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameMaxLength = 100;
    public const int EmailMaxLength = 256;

    /// <summary>What colleagues read; empty once it has been erased.</summary>
    public string DisplayName { get; set; } = "";

    public AccountRole Role { get; set; }

    public AccountState State { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? LastSignInUtc { get; set; }

    /// <summary>Whether a mail tells when something waits for this person.</summary>
    public bool WantsMail { get; set; }
}
