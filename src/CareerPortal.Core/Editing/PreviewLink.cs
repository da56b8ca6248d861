namespace CareerPortal.Editing;

/// <summary>A link to the site as it will be, which expires and can be revoked; only the hash of what it holds is stored.</summary>
public sealed class PreviewLink
{
    public int Id { get; private set; }

    public required byte[] TokenHash { get; init; }

    /// <summary>The moment that is shown.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>The release that is shown with it whatever its state.</summary>
    public int? ReleaseId { get; init; }

    /// <summary>For whom, in the words of who made it.</summary>
    public string? Note { get; init; }

    public required Guid CreatedById { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public DateTime? RevokedUtc { get; set; }
}
