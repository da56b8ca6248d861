using CareerPortal.Editing;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Workspace.Review;

/// <summary>Deletes links to drafts that have long been over, and the names that guests gave, at start and then every day.</summary>
internal sealed partial class ReviewRetention(
    ShareDesk desk,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<ReviewRetention> logger
) : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromDays(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await desk.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} links to drafts and names of guests were deleted: their time was over")]
    private static partial void Deleted(ILogger logger, int count);
}
