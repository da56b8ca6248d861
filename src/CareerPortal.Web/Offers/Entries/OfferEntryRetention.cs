using CareerPortal.Offers.Entries;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>Deletes what employers proposed once it has had its time, at start and then every hour.</summary>
internal sealed partial class OfferEntryRetention(
    OfferEntryKeeping entries,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<OfferEntryRetention> logger
) : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await entries.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} proposed or entered offers were deleted: they had been kept long enough")]
    private static partial void Deleted(ILogger logger, int count);
}
