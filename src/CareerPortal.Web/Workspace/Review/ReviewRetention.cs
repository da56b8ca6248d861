using CareerPortal.Editing;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Workspace.Review;

/// <summary>Deletes links to drafts and to the site to come that have long been over, and the names that guests gave, at start and then every day.</summary>
internal sealed partial class ReviewRetention(
    ShareDesk desk,
    PreviewDesk previews,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<ReviewRetention> logger
) : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromDays(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await desk.DeleteExpiredAsync(stopping) + await previews.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Count} links to drafts or to the site to come and names of guests were deleted: they were over"
    )]
    private static partial void Deleted(ILogger logger, int count);
}
