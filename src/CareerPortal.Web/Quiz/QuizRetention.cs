using CareerPortal.Compatibility;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Quiz;

/// <summary>Deletes quizzes and shared answers whose time is over, at start and then every hour.</summary>
internal sealed partial class QuizRetention(
    QuizDesk desk,
    SharingDesk sharing,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<QuizRetention> logger
) : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await desk.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }

        var shared = await sharing.DeleteExpiredAsync(stopping);
        if (shared > 0)
        {
            DeletedShared(Logger, shared);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} expired quizzes were deleted")]
    private static partial void Deleted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The shared answers of {Count} quizzes were deleted: their time was over")]
    private static partial void DeletedShared(ILogger logger, int count);
}
