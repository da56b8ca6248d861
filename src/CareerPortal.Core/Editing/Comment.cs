namespace CareerPortal.Editing;

/// <summary>A remark in a thread, by a colleague or by somebody a draft was shared with.</summary>
public sealed class Comment
{
    public const int TextMaxLength = 4000;

    public int Id { get; private set; }

    public int ThreadId { get; private set; }

    public Guid? AccountId { get; init; }

    public int? ShareLinkId { get; init; }

    /// <summary>How the guest signs.</summary>
    public string? GuestName { get; init; }

    public required string Text { get; init; }

    public required DateTime AtUtc { get; init; }
}
