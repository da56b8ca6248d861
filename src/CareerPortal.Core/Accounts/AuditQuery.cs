namespace CareerPortal.Accounts;

/// <summary>Which entries of the audit are asked for.</summary>
public sealed record AuditQuery(Guid? AccountId = null, string? Action = null, string? ObjectKind = null, string? ObjectId = null, int Page = 1);
