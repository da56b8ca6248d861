using CareerPortal.Directories;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Workspace.Keeping;

/// <summary>Asks a few addresses a minute, one after the other, whether they still answer; nothing at all where it is not turned on.</summary>
internal sealed partial class LinkCheckJob(
    LinkRegister register,
    IOptions<LinkOptions> options,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<LinkCheckJob> logger
) : PortalJob(time, site, logger)
{
    private static readonly TimeSpan Following = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time;
    private DateTimeOffset? _followed;

    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        if (!options.Value.Check)
        {
            return;
        }

        var now = _time.GetUtcNow();
        if (_followed is null || now - _followed >= Following)
        {
            await register.FollowContentAsync(stopping);
            _followed = now;
        }

        using var probe = new LinkProbe(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        for (var asked = 0; asked < options.Value.PerMinute; asked++)
        {
            if (await register.ClaimAsync(stopping) is not { } link)
            {
                return;
            }

            var status = await probe.AskAsync(link.Address, stopping);
            await register.NoteAsync(link, status, stopping);
            Asked(Logger, link.Address.Host, status);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A link to {Host} answered {Status}")]
    private static partial void Asked(ILogger logger, string host, int? status);
}
