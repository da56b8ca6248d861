using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>
/// What is being written of a guide, beside what readers see: JSON whose list items have names of their own (<see cref="DraftForm"/>), and which
/// may hold what cannot be read yet, as it was typed.
/// </summary>
public sealed class Draft
{
    public int Id { get; private set; }

    public int GuideId { get; private set; }

    public required Guide Guide { get; init; }

    public DraftState State { get; set; }

    /// <summary>The revision it began from; none for a guide begun here.</summary>
    public int? BaseRevisionId { get; set; }

    public required string Document { get; set; }

    /// <summary>The number of the last edit.</summary>
    public long Sequence { get; set; }

    /// <summary>What was submitted; approvals and publishing speak of it.</summary>
    public int? SubmittedRevisionId { get; set; }

    public Guid? SubmittedById { get; set; }

    public DateTime? SubmittedUtc { get; set; }

    public Guid? ApprovedById { get; set; }

    public DateTime? PublishAtUtc { get; set; }

    public string? ChangeNote { get; set; }

    public ChangeKind ChangeKind { get; set; }

    public required DateTime ChangedUtc { get; set; }

    public Guid? ChangedById { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();
}
