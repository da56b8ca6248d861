namespace CareerPortal.Editing;

/// <summary>Several guides and parameters that go live in one moment.</summary>
public sealed class Release
{
    public const int NameMaxLength = 120;

    public int Id { get; private set; }

    public required string Name { get; set; }

    public ReleaseState State { get; set; }

    public DateTime? PublishAtUtc { get; set; }

    public required Guid CreatedById { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public Guid? ApprovedById { get; set; }

    public DateTime? ApprovedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public List<ReleaseItem> Items { get; } = [];

    public Guid Version { get; set; } = Guid.CreateVersion7();
}
