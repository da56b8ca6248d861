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

    /// <summary>Whether what it holds may still change.</summary>
    public bool IsOpen => State is not (ReleaseState.Published or ReleaseState.Cancelled);

    /// <summary>Takes something in; what had been agreed to has to be looked at again.</summary>
    public void Add(ReleaseItem item)
    {
        Items.Add(item);
        LookAgain();
    }

    /// <summary>Lets something go; what had been agreed to has to be looked at again.</summary>
    public void Remove(ReleaseItem item)
    {
        Items.Remove(item);
        LookAgain();
    }

    public void Submit() => Move(ReleaseState.InReview);

    /// <summary>Gives it back to those who prepare it.</summary>
    public void Return()
    {
        (ApprovedById, ApprovedUtc, PublishAtUtc) = (null, null, null);
        Move(ReleaseState.Preparing);
    }

    public void Approve(Guid accountId, DateTime nowUtc)
    {
        (ApprovedById, ApprovedUtc) = (accountId, nowUtc);
        Move(ReleaseState.Approved);
    }

    public void Schedule(DateTime atUtc)
    {
        PublishAtUtc = atUtc;
        Move(ReleaseState.Scheduled);
    }

    /// <summary>Takes its hour away: somebody did, or it could not be published then.</summary>
    public void Unschedule()
    {
        PublishAtUtc = null;
        Move(ReleaseState.Approved);
    }

    public void Publish(DateTime nowUtc)
    {
        PublishedUtc = nowUtc;
        Move(ReleaseState.Published);
    }

    public void Cancel()
    {
        PublishAtUtc = null;
        Move(ReleaseState.Cancelled);
    }

    private void LookAgain()
    {
        (ApprovedById, ApprovedUtc, PublishAtUtc) = (null, null, null);
        Move(State is ReleaseState.Approved or ReleaseState.Scheduled ? ReleaseState.InReview : State);
    }

    private void Move(ReleaseState state)
    {
        State = state;
        Version = Guid.CreateVersion7();
    }
}
