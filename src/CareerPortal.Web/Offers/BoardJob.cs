using CareerPortal.Offers.Board;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers;

/// <summary>Lays the board out once the site answers, and keeps it up with the store.</summary>
internal sealed class BoardJob(
    OfferBoard board,
    IOptions<BoardOptions> options,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<BoardJob> logger
) : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(2);

    protected override Task RunAsync(CancellationToken stopping) =>
        options.Value.LayOutAhead || board.IsLaidOut ? board.CurrentAsync(stopping) : Task.CompletedTask;
}
