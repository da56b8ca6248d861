namespace CareerPortal.Editing;

/// <summary>A link to a draft as its list shows it.</summary>
public sealed record HeldLink(
    int Id,
    string? Note,
    bool IsRevision,
    string Author,
    DateTime CreatedUtc,
    DateTime ExpiresUtc,
    DateTime? RevokedUtc,
    bool IsOpen
);
