namespace CareerPortal.Editing;

/// <summary>What is said about one field of a draft, from the first remark until it is resolved.</summary>
public sealed class CommentThread
{
    public const int QuotedMaxLength = 400;

    public int Id { get; private set; }

    public required int GuideId { get; init; }

    public required string Path { get; init; }

    /// <summary>What the field said when the thread began.</summary>
    public string? Quoted { get; init; }

    public ThreadState State { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public Guid? ResolvedById { get; set; }

    public DateTime? ResolvedUtc { get; set; }

    public List<Comment> Comments { get; } = [];

    /// <summary>Ends it, or opens it again.</summary>
    public void Move(ThreadState state, Guid accountId, DateTime nowUtc)
    {
        State = state;
        var isOver = state == ThreadState.Resolved;
        (ResolvedById, ResolvedUtc) = (isOver ? accountId : null, isOver ? nowUtc : null);
    }
}
