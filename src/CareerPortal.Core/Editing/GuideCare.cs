namespace CareerPortal.Editing;

/// <summary>Who looks after a guide, and until when it should be read again.</summary>
public sealed class GuideCare
{
    public required int GuideId { get; init; }

    public Guid? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();

    /// <summary>Somebody looks after it from now on, or nobody.</summary>
    public void Give(Guid? ownerId, DateOnly? dueOn)
    {
        (OwnerId, DueOn) = (ownerId, dueOn);
        Version = Guid.CreateVersion7();
    }
}
