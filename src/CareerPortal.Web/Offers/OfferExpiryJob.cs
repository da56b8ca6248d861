using CareerPortal.Offers.Sources;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers;

/// <summary>Takes offers off the board whose last day is past.</summary>
internal sealed partial class OfferExpiryJob(OfferWriter writer, TimeProvider time, IHostApplicationLifetime site, ILogger<OfferExpiryJob> logger)
    : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        if (await writer.CloseExpiredAsync(stopping) is > 0 and var closed)
        {
            Closed(Logger, closed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} offers were closed: their last day is past")]
    private static partial void Closed(ILogger logger, int count);
}
