using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers;

/// <summary>Reads Le Forem's open data when its time has come, on one node at a time; nothing at all where it is switched off.</summary>
internal sealed partial class OfferSyncJob(
    IServiceProvider services,
    OfferRuns runs,
    OfferLeases leases,
    OfferTablesShelf tables,
    ForemOptions options,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<OfferSyncJob> logger
) : PortalJob(time, site, logger)
{
    private const string Lease = "offers-forem";

    /// <summary>How many readings are looked back upon: after more failures in a row the wait is as long as it gets.</summary>
    private const int LookedBack = 12;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(3);

    private readonly TimeProvider _time = time;
    private bool _hasWarned;

    protected override TimeSpan Every => TimeSpan.FromSeconds(20);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        // Without the country's places an offer would lie nowhere; the catalogue comes soon after the first start.
        if (!options.Enabled || await DueAsync(stopping) is null || (await tables.CurrentAsync(stopping)).Places.IsEmpty)
        {
            return;
        }

        await leases.WorkAsync(
            Lease,
            LeaseTime,
            async token =>
            {
                // Another node may have been faster.
                if (await DueAsync(token) is { } kind)
                {
                    Tell(await services.GetRequiredService<OfferSync>().RunAsync(kind, token));
                }
            },
            stopping
        );
    }

    private async Task<OfferRunKind?> DueAsync(CancellationToken cancellation) =>
        OfferSchedule.Due(
            await runs.FindSourceAsync(OfferSync.SourceKey, cancellation),
            await runs.LastAsync(OfferSync.SourceKey, LookedBack, cancellation),
            options,
            _time.GetUtcNow().UtcDateTime
        );

    /// <summary>Says once that it does not go well, and once that it does again.</summary>
    private void Tell(OfferRun run)
    {
        if (run.Outcome is OfferRunOutcome.Done or OfferRunOutcome.NotModified)
        {
            if (_hasWarned || run.Added + run.Revised + run.Closed + run.Rejected > 0)
            {
                Read(Logger, run.Kind, run.Read, run.Added, run.Revised, run.Closed, run.Rejected);
            }

            _hasWarned = false;
        }
        else if (!_hasWarned)
        {
            _hasWarned = true;
            NotRead(Logger, run.Outcome, run.Note);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Offers of Le Forem ({Kind}): {Read} read, {Added} added, {Revised} revised, {Closed} closed, {Rejected} rejected"
    )]
    private static partial void Read(ILogger logger, OfferRunKind kind, int read, int added, int revised, int closed, int rejected);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Offers of Le Forem could not be read ({Outcome}); nothing was closed, and it is tried again, more seldom each time: {Note}"
    )]
    private static partial void NotRead(ILogger logger, OfferRunOutcome outcome, string? note);
}
