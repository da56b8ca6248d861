namespace CareerPortal.Accounts;

/// <summary>A one-time link: it opens a page with a button, works once, and expires. Only the hash of what it holds is stored.</summary>
public sealed class AccountTicket
{
    public const int HashLength = 32;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required TicketPurpose Purpose { get; init; }

    public required byte[] TokenHash { get; init; }

    /// <summary>Whose link it is; none for an invitation and for the first administrator.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The address invited, or the new one of a change.</summary>
    public string? Email { get; init; }

    /// <summary>What the invited person will be.</summary>
    public AccountRole? Role { get; init; }

    public Guid? CreatedById { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public DateTime? UsedUtc { get; private set; }

    /// <summary>Two who use one link at once: the version lets one of them through.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public bool IsOpen(DateTime nowUtc) => UsedUtc is null && nowUtc < ExpiresUtc;

    public void Use(DateTime nowUtc)
    {
        UsedUtc = nowUtc;
        Version = Guid.CreateVersion7();
    }
}
