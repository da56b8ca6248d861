using CareerPortal.Offers.Sources;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers;

/// <summary>Fills a board that never had an offer with marked examples, once the catalogue is there that they are found by.</summary>
internal sealed partial class OfferExamplesJob(
    ExampleOffers examples,
    IOptions<OfferSourceOptions> options,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<OfferExamplesJob> logger
) : PortalJob(time, site, logger)
{
    private const int MostTimes = 60;

    private int _times;

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        // A catalogue that is not there after some minutes does not come by itself.
        if (!options.Value.Examples || _times >= MostTimes)
        {
            return;
        }

        _times++;
        if (await examples.FillEmptyBoardAsync(stopping) is { } added)
        {
            _times = MostTimes;
            Filled(Logger, added);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The board had no offer: {Count} examples were put on it, each marked as one")]
    private static partial void Filled(ILogger logger, int count);
}
