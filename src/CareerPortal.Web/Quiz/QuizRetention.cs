using CareerPortal.Compatibility;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Web.Quiz;

/// <summary>Deletes quizzes whose time is over, at start and then every hour.</summary>
internal sealed partial class QuizRetention(QuizDesk desk, TimeProvider time, IHostApplicationLifetime site, ILogger<QuizRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            using var timer = new PeriodicTimer(Every, time);
            do
            {
                await DeleteAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends, or could not start: then the host would report the cancellation as a failure of its own.
        }
    }

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = site.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task DeleteAsync(CancellationToken stopping)
    {
        try
        {
            var deleted = await desk.DeleteExpiredAsync(stopping);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} expired quizzes were deleted")]
    private static partial void Deleted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired quizzes could not be deleted; it is tried again in an hour")]
    private static partial void Failed(ILogger logger, Exception failure);
}
