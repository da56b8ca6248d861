namespace CareerPortal.Accounts;

/// <summary>An account as administrators see it in a list.</summary>
public sealed record AccountLine(
    Guid Id,
    string Name,
    string? Email,
    AccountRole Role,
    AccountState State,
    bool HasCode,
    bool HasPasskey,
    DateTime CreatedUtc,
    DateTime? LastSignInUtc
);
