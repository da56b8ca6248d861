using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Sources;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>
/// Makes the mails of alerts from the hour of the day on, asks whether old ones shall go on, and ends what has had its time; on one node at a time. The
/// log says how many, never whose.
/// </summary>
internal sealed partial class AlertJob(
    AlertRounds rounds,
    AlertRetention retention,
    AlertMails mails,
    OfferLeases leases,
    IOptions<AlertOptions> options,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<AlertJob> logger
) : PortalJob(time, site, logger)
{
    private const string Lease = "offer-alerts";

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(3);

    private readonly TimeProvider _time = time;

    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override Task RunAsync(CancellationToken stopping) => leases.WorkAsync(Lease, LeaseTime, WorkAsync, stopping);

    /// <summary>All that is due, once.</summary>
    internal async Task WorkAsync(CancellationToken stopping)
    {
        var refused = await retention.EndRefusedAsync(stopping);
        var expired = await retention.DeleteExpiredAsync(stopping);
        var asked = await retention.AskAsync(mails.NoticeAsync, stopping);
        if (refused + expired + asked > 0)
        {
            Kept(Logger, refused, expired, asked);
        }

        if (BelgianTime.Of(_time.GetUtcNow().UtcDateTime).Hour >= options.Value.Hour)
        {
            await MakeAsync(stopping);
        }
    }

    private async Task MakeAsync(CancellationToken stopping)
    {
        var (made, failed) = (0, 0);
        Exception? failure = null;
        foreach (var alert in await rounds.DueAsync(stopping))
        {
            try
            {
                made += await rounds.MakeAsync(alert, mails.OffersAsync, stopping) ? 1 : 0;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // Of any kind: what one alert holds must not keep the mails of all others back.
                (failed, failure) = (failed + 1, e);
            }
        }

        if (made > 0)
        {
            Made(Logger, made);
        }

        if (failure is not null)
        {
            NotMade(Logger, failed, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} mails of new offers were made")]
    private static partial void Made(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mails of {Count} alerts were not made; they are tried again")]
    private static partial void NotMade(ILogger logger, int count, Exception failure);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Alerts: {Refused} ended because their address takes no mail, {Expired} because nobody wanted them, {Asked} were asked whether to go on"
    )]
    private static partial void Kept(ILogger logger, int refused, int expired, int asked);
}
