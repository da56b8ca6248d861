namespace CareerPortal.Editing;

/// <summary>What waits for somebody.</summary>
public sealed record Waiting
{
    /// <summary>What a reader gave back.</summary>
    public required IReadOnlyList<GuideLine> Returned { get; init; }

    public required IReadOnlyList<GuideLine> ToReview { get; init; }

    public required IReadOnlyList<GuideLine> ToPublish { get; init; }

    /// <summary>What they submitted and others have before them.</summary>
    public required IReadOnlyList<GuideLine> InReview { get; init; }

    public required IReadOnlyList<GuideLine> Writing { get; init; }

    public required IReadOnlyList<GuideLine> Scheduled { get; init; }

    /// <summary>What they look after and should read again by now.</summary>
    public required IReadOnlyList<GuideLine> Due { get; init; }
}
