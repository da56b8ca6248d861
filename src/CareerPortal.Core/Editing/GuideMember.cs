namespace CareerPortal.Editing;

/// <summary>Somebody who writes on a guide beside its owner.</summary>
public sealed class GuideMember
{
    public required int GuideId { get; init; }

    public required Guid AccountId { get; init; }
}
