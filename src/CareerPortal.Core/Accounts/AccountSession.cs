namespace CareerPortal.Accounts;

/// <summary>One browser in which somebody is signed in: it can be seen and ended from another.</summary>
public sealed class AccountSession
{
    public const int BrowserMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime SeenUtc { get; set; }

    /// <summary>The kind of browser and system, in a few words; nothing finer.</summary>
    public string? Browser { get; init; }

    public DateTime? EndedUtc { get; set; }
}
