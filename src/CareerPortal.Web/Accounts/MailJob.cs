using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Accounts;

/// <summary>Sends the mails that wait. The log says how many went and why one did not, never to whom.</summary>
internal sealed partial class MailJob(Outbox outbox, MailSender sender, TimeProvider time, IHostApplicationLifetime site, ILogger<MailJob> logger)
    : PortalJob(time, site, logger)
{
    private const int MostAtOnce = 50;

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            for (var sent = 0; sent < MostAtOnce && await outbox.TakeAsync(stopping) is { } mail; sent++)
            {
                await TrySendAsync(mail, stopping);
            }
        }
        catch (Exception e) when (StoreFailure.Is(e))
        {
            // Whoever opens a page hears of it; the mails wait.
            StoreAway(Logger, e.Message);
        }
    }

    private async Task TrySendAsync(OutgoingMail mail, CancellationToken stopping)
    {
        try
        {
            await sender.SendAsync(mail, stopping);
        }
        catch (Exception e) when (MailSender.IsRefusedForGood(e))
        {
            Refused(Logger, mail.Id);
            await outbox.RefusedAsync(mail.Id, stopping);
            return;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // Of any kind: the server, its name, its certificate, the network, the disk. Its words may hold the address.
            NotSent(Logger, mail.Id, e.GetType().Name, mail.Attempts + 1);
            await outbox.FailedAsync(mail, stopping);
            return;
        }

        await outbox.SentAsync(mail.Id, stopping);
        Sent(Logger, mail.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Mail} was sent")]
    private static partial void Sent(ILogger logger, int mail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was refused for good: its address takes none")]
    private static partial void Refused(ILogger logger, int mail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not sent ({Fault}, attempt {Attempt}); it waits and is tried again")]
    private static partial void NotSent(ILogger logger, int mail, string fault, int attempt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The store did not say which mails wait: {Reason}")]
    private static partial void StoreAway(ILogger logger, string reason);
}
