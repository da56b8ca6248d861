namespace CareerPortal.Web.Shell;

/// <summary>
/// Work that the site does beside its pages, once it has started and then again and again. Whatever fails in it is logged and tried again: a
/// job never ends the site.
/// </summary>
internal abstract partial class PortalJob(TimeProvider time, IHostApplicationLifetime site, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromMinutes(1);

    private long? _toldAt;

    /// <summary>How long to wait from one time to the next.</summary>
    protected abstract TimeSpan Every { get; }

    protected ILogger Logger => logger;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await site.StartedAsync(stoppingToken);
            using var timer = new PeriodicTimer(Every, time);
            do
            {
                await TryAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends, or could not start: then the host would report the cancellation as a failure of its own.
        }
    }

    /// <summary>Does the work once.</summary>
    protected abstract Task RunAsync(CancellationToken stopping);

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            await RunAsync(stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // Of any kind: what a job does not foresee must not take the pages down with it. One that runs often says so once a minute.
            if (_toldAt is not { } told || time.GetElapsedTime(told) >= TellEvery)
            {
                _toldAt = time.GetTimestamp();
                Failed(logger, GetType().Name, Every, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; it is tried again in {Every}")]
    private static partial void Failed(ILogger logger, string job, TimeSpan every, Exception failure);
}
