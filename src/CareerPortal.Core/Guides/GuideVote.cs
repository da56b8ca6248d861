namespace CareerPortal.Guides;

/// <summary>Whether a reader found a guide useful, and why not; nothing tells who.</summary>
public sealed class GuideVote
{
    public const int WordsMaxLength = 500;

    public int Id { get; private set; }

    public required int GuideId { get; init; }

    public required bool IsUseful { get; init; }

    public VoteReason? Reason { get; init; }

    public string? Words { get; init; }

    public required DateOnly On { get; init; }
}
