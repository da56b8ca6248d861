namespace CareerPortal.Accounts;

/// <summary>An account as its own person sees it.</summary>
public sealed record OwnAccount(string Name, string Email, AccountRole Role, bool WantsMail, bool HasPassword, bool HasCode, DateTime CreatedUtc);
