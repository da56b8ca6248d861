namespace CareerPortal.Editing;

/// <summary>A release with all that its page shows.</summary>
public sealed record ReleaseView
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required ReleaseState State { get; init; }

    public DateTime? PublishAtUtc { get; init; }

    public DateTime? PublishedUtc { get; init; }

    /// <summary>Who made it; empty where the name was erased.</summary>
    public required string CreatedBy { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTime? ApprovedUtc { get; init; }

    public required Guid Version { get; init; }

    public required IReadOnlyList<ReleaseItemView> Items { get; init; }

    /// <summary>What stands against publishing it now.</summary>
    public required IReadOnlyList<ReleaseFault> Faults { get; init; }

    /// <summary>The guides that could be taken in, each with an approved revision that no hour was set for.</summary>
    public required IReadOnlyList<ReleaseCandidate> Candidates { get; init; }

    /// <summary>When it could not be published at its hour, and why; nothing where it never was so.</summary>
    public ReleaseFailure? LastFailure { get; init; }

    public required bool MayChange { get; init; }

    /// <summary>Whether they may make a link to the site with this release: it shows all of it to whoever has it.</summary>
    public required bool MaySeeBefore { get; init; }

    public required bool MayApprove { get; init; }
}
