using CareerPortal.Editing;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Workspace.Releases;

/// <summary>Publishes what is due at its hour: each node looks twice a second, and the first one does it.</summary>
internal sealed partial class PublicationClock(ReleaseDesk desk, TimeProvider time, IHostApplicationLifetime site, ILogger<PublicationClock> logger)
    : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromMilliseconds(500);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        if (await desk.PublishDueAsync(stopping) is > 0 and var published)
        {
            Published(Logger, published);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} guides and releases went live at their hour")]
    private static partial void Published(ILogger logger, int count);
}
