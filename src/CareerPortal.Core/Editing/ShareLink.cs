namespace CareerPortal.Editing;

/// <summary>A draft shown to somebody outside by a link that expires and can be revoked; only the hash of what it holds is stored.</summary>
public sealed class ShareLink
{
    public int Id { get; private set; }

    public required byte[] TokenHash { get; init; }

    public required int GuideId { get; init; }

    /// <summary>The revision shown; the draft as it stands where none is named.</summary>
    public int? RevisionId { get; init; }

    /// <summary>For whom, in the words of who shared it.</summary>
    public string? Note { get; init; }

    public required Guid CreatedById { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public DateTime? RevokedUtc { get; set; }
}
