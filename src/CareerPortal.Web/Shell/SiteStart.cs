namespace CareerPortal.Web.Shell;

/// <summary>When the site answers: what works beside its pages begins then.</summary>
internal static class SiteStart
{
    /// <summary>Waits until the site has started; ends with a cancellation where it ends before that.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime site, CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = site.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
