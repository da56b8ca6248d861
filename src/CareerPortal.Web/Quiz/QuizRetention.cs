using CareerPortal.Compatibility;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Web.Quiz;

/// <summary>Deletes quizzes whose time is over, at start and then every hour.</summary>
internal sealed partial class QuizRetention(QuizDesk desk, TimeProvider time, ILogger<QuizRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                var deleted = await desk.DeleteExpiredAsync(stoppingToken);
                if (deleted > 0)
                {
                    Deleted(logger, deleted);
                }
            }
            catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException)
            {
                Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} expired quizzes were deleted")]
    private static partial void Deleted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired quizzes could not be deleted; it is tried again in an hour")]
    private static partial void Failed(ILogger logger, Exception failure);
}
