namespace CareerPortal.Data;

/// <summary>A mark renewed whenever what readers see changes: pages kept in memory under an older mark are no longer served.</summary>
public sealed class ContentStamp
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public DateTime ChangedUtc { get; private set; }

    public void Renew(DateTime nowUtc)
    {
        Version = Guid.CreateVersion7();
        ChangedUtc = nowUtc;
    }
}
