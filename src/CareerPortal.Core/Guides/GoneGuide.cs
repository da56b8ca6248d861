using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>A guide that readers no longer get: what they are told at its address.</summary>
public sealed record GoneGuide
{
    public required WithdrawalReason Reason { get; init; }

    public required string Note { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Where its address leads; null where nothing took its place, or what did is gone too.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>The language of the note.</summary>
    public required string Language { get; init; }

    public required OccupationName Name { get; init; }

    /// <summary>Guides that are near: of the same sector, those first that ask for the same.</summary>
    public required IReadOnlyList<GuideSummary> Near { get; init; }
}
