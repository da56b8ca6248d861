using CareerPortal.Data;

namespace CareerPortal.Accounts;

/// <summary>Adds to the audit, in the same transaction as what it tells of.</summary>
public static class AuditTrail
{
    public static void Record(
        PortalDbContext context,
        DateTime nowUtc,
        Guid? accountId,
        string action,
        string objectKind,
        string objectId,
        IReadOnlyList<string>? fields = null,
        string? reason = null
    ) =>
        context.Add(
            new AuditEntry
            {
                AtUtc = nowUtc,
                AccountId = accountId,
                Action = action,
                ObjectKind = objectKind,
                ObjectId = objectId,
                Fields = fields ?? [],
                Reason = reason is { Length: > AuditEntry.ReasonMaxLength } ? reason[..AuditEntry.ReasonMaxLength] : reason,
            }
        );
}
