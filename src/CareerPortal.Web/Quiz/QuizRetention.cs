using CareerPortal.Compatibility;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Quiz;

/// <summary>Deletes quizzes whose time is over, at start and then every hour.</summary>
internal sealed partial class QuizRetention(QuizDesk desk, TimeProvider time, IHostApplicationLifetime site, ILogger<QuizRetention> logger)
    : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await desk.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} expired quizzes were deleted")]
    private static partial void Deleted(ILogger logger, int count);
}
