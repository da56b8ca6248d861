using CareerPortal.Guides;
using CareerPortal.Search;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Workspace.Keeping;

/// <summary>Keeps the counts of searches that found nothing, and deletes them and readers' opinions when their time is over.</summary>
internal sealed partial class KeepingJob(
    SearchMissCounter counter,
    SearchMisses misses,
    VoteBox votes,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<KeepingJob> logger
) : PortalJob(time, site, logger)
{
    private static readonly TimeSpan Cleaning = TimeSpan.FromHours(6);

    private readonly TimeProvider _time = time;
    private DateTimeOffset? _cleaned;

    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        await misses.KeepAsync(counter.Take(), stopping);
        var now = _time.GetUtcNow();
        if (_cleaned is not null && now - _cleaned < Cleaning)
        {
            return;
        }

        var deleted = await votes.DeleteExpiredAsync(stopping) + await misses.DeleteExpiredAsync(stopping);
        _cleaned = now;
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} opinions and searches were deleted: their time was over")]
    private static partial void Deleted(ILogger logger, int count);
}
