using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>Tells once a minute how many answers were ready: one line for all of them, and none where there were none.</summary>
internal sealed partial class ReadyReport(ReadyCounts counts, TimeProvider time, IHostApplicationLifetime site, ILogger<ReadyReport> logger)
    : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>What was sent since the last minute is not forgotten.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Tell();
    }

    protected override Task RunAsync(CancellationToken stopping)
    {
        Tell();
        return Task.CompletedTask;
    }

    private void Tell()
    {
        var taken = counts.Take();
        if (taken.Count == 0)
        {
            return;
        }

        var all = taken.Sum(t => t.Times);
        var unchanged = taken.Where(t => t.Count.Status == StatusCodes.Status304NotModified).Sum(t => t.Times);
        var routes = taken
            .GroupBy(t => t.Count.Route, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(t => t.Times));
        Sent(Logger, all, unchanged, routes);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Answers} kept pages were sent within a minute, {Unchanged} of them unchanged: {Routes}")]
    private static partial void Sent(ILogger logger, long answers, long unchanged, Dictionary<string, long> routes);
}
