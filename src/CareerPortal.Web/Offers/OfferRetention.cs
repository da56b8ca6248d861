using CareerPortal.Offers;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers;

/// <summary>Deletes reports of offers that have had their time, at start and then every day.</summary>
internal sealed partial class OfferRetention(OfferReportBox reports, TimeProvider time, IHostApplicationLifetime site, ILogger<OfferRetention> logger)
    : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromDays(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await reports.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} reports of offers were deleted: they had been kept long enough")]
    private static partial void Deleted(ILogger logger, int count);
}
