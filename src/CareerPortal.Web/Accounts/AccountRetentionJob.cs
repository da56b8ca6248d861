using CareerPortal.Accounts;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Accounts;

/// <summary>Deletes sign-ins, one-time links and mails whose time is over, at start and then every hour.</summary>
internal sealed partial class AccountRetentionJob(
    AccountRetention retention,
    TimeProvider time,
    IHostApplicationLifetime site,
    ILogger<AccountRetentionJob> logger
) : PortalJob(time, site, logger)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        var deleted = await retention.DeleteExpiredAsync(stopping);
        if (deleted > 0)
        {
            Deleted(Logger, deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} sign-ins, one-time links and mails were deleted: their time was over")]
    private static partial void Deleted(ILogger logger, int count);
}
