using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>How a guide stands in the workspace: what its pages tell of it above all else.</summary>
public sealed record DraftStanding
{
    public required int GuideId { get; init; }

    public required OccupationName Name { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required int? PublishedRevisionId { get; init; }

    /// <summary>How far its draft is; null where there is none.</summary>
    public required DraftState? State { get; init; }

    /// <summary>Whether its draft says what readers have.</summary>
    public required bool IsUnchanged { get; init; }

    /// <summary>The draft's version; empty where there is none.</summary>
    public required Guid Version { get; init; }

    public required int? SubmittedRevisionId { get; init; }

    public required Guid? SubmittedById { get; init; }

    public required string? Submitter { get; init; }

    public required DateTime? SubmittedUtc { get; init; }

    public required DateTime? PublishAtUtc { get; init; }

    public required DateTime? ChangedUtc { get; init; }

    /// <summary>How many conflicts wait for a choice.</summary>
    public required int Conflicts { get; init; }
}
