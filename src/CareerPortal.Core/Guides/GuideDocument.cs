using CareerPortal.French;

namespace CareerPortal.Guides;

/// <summary>All that readers get of a guide but its address: what a revision holds. (<see cref="GuideDocuments"/> writes and reads it.)</summary>
public sealed record GuideDocument
{
    public required GuideKind Kind { get; init; }

    public required Register Register { get; init; }

    /// <summary>When readers first got the guide, here or elsewhere.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When what the guide says last changed; absent where it has not since it was published.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>When a person last read the guide against its sources; absent while nobody has.</summary>
    public DateOnly? ReviewedOn { get; init; }

    public DateOnly? ReviewDueOn { get; init; }

    public required GuideContent Content { get; init; }
}
