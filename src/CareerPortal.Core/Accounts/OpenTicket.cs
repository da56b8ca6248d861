namespace CareerPortal.Accounts;

/// <summary>A one-time link that can still be used: what its page shows.</summary>
public sealed record OpenTicket(TicketPurpose Purpose, string? Email, AccountRole? Role, string? Name, DateTime ExpiresUtc);
