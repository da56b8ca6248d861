using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>How a guide stands with readers, and where it could lead.</summary>
public sealed record WithdrawalView
{
    public required int GuideId { get; init; }

    public required OccupationName Name { get; init; }

    public required string Slug { get; init; }

    public required string Language { get; init; }

    public required Guid Version { get; init; }

    public required bool IsPublished { get; init; }

    public GuideWithdrawal? Withdrawal { get; init; }

    public required IReadOnlyList<WithdrawalTarget> Targets { get; init; }
}
