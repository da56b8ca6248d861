namespace CareerPortal.Accounts;

/// <summary>An entry of the audit, with the name of who did it where it has not been erased.</summary>
public sealed record AuditLine(
    long Id,
    DateTime AtUtc,
    Guid? AccountId,
    string? Name,
    string Action,
    string ObjectKind,
    string ObjectId,
    IReadOnlyList<string> Fields,
    string? Reason
);
