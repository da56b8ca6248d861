namespace CareerPortal.Editing;

/// <summary>A place that two people changed in different ways: both texts are kept until somebody chooses.</summary>
public sealed class DraftConflict
{
    public int Id { get; private set; }

    public required int DraftId { get; init; }

    public required string Path { get; init; }

    public string? Base { get; init; }

    public string? Mine { get; init; }

    public string? Theirs { get; init; }

    public required Guid MineById { get; init; }

    public Guid? TheirsById { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public ConflictChoice? Choice { get; set; }

    public Guid? ChosenById { get; set; }

    public DateTime? ChosenUtc { get; set; }
}
