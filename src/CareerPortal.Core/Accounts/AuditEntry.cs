using CareerPortal.Data;

namespace CareerPortal.Accounts;

/// <summary>Who changed what, when and why: written once, never changed.</summary>
public sealed class AuditEntry : IWrittenOnce
{
    public const int WordMaxLength = 60;
    public const int IdMaxLength = 100;
    public const int ReasonMaxLength = 400;

    public long Id { get; private set; }

    public required DateTime AtUtc { get; init; }

    /// <summary>Who; nobody where the portal itself did it.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What was done, such as <c>guide.publish</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of thing it was done to, such as <c>guide</c>.</summary>
    public required string ObjectKind { get; init; }

    public required string ObjectId { get; init; }

    /// <summary>The paths of the fields that changed.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public string? Reason { get; init; }
}
