namespace CareerPortal.Accounts;

/// <summary>Somebody who was invited and has not come yet.</summary>
public sealed record Invitation(Guid Id, string Email, AccountRole Role, DateTime CreatedUtc, DateTime ExpiresUtc);
