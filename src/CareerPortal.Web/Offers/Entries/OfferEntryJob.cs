using CareerPortal.Offers.Entries;
using CareerPortal.Offers.Sources;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>Keeps what was written here in step with the board: doubles, ends, reminders.</summary>
internal sealed partial class OfferEntryJob(
    OfferEntryKeeping entries,
    OfferKinship kinship,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<OfferEntryJob> logger
) : PortalJob(time, site, logger)
{
    private DateTime? _settled;

    protected override TimeSpan Every => TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        await entries.FollowAsync(stopping);
        if (await entries.RemindAsync(stopping) is > 0 and var reminded)
        {
            Reminded(Logger, reminded);
        }

        if (await entries.LastPublishedAsync(stopping) is { } last && last != _settled)
        {
            // Which offers are the same post is found over all of them: done again by another node, it changes nothing.
            await kinship.SettleAsync(stopping);
            _settled = last;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} employers were told that their offer ends soon")]
    private static partial void Reminded(ILogger logger, int count);
}
