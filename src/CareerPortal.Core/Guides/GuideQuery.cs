using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>What a reader asked of the list of guides: all of it stands in the address.</summary>
public sealed record GuideQuery
{
    public const int TextMaxLength = 100;

    public string? Text { get; init; }

    public Sector? Sector { get; init; }

    public StudyLevel? Studies { get; init; }

    public WorkCondition? Condition { get; init; }

    public string? Quality { get; init; }

    public GuideKind? Kind { get; init; }

    public string? Letter { get; init; }

    public int Page { get; init; } = 1;
}
