namespace CareerPortal.Editing;

/// <summary>A link to the site to come as its list shows it.</summary>
public sealed record HeldPreview(
    int Id,
    string? Note,
    DateTime AtUtc,
    int? ReleaseId,
    string? Release,
    string Author,
    DateTime CreatedUtc,
    DateTime ExpiresUtc,
    DateTime? RevokedUtc,
    bool IsOpen,
    bool MayRevoke
);
