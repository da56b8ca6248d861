using System.Globalization;
using System.Threading.Channels;
using CareerPortal.Accounts;
using CareerPortal.Data;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Sends links to those who forgot their password, apart from the request that asked: its answer and its time are the same whether or not there
/// is such an account.
/// </summary>
internal sealed partial class ForgottenPasswords(OwnDesk desk, MailTexts mails, ILogger<ForgottenPasswords> logger) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<(string Email, CultureInfo Culture)> _asked = Channel.CreateBounded<(string, CultureInfo)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ask(string email) => _asked.Writer.TryWrite((email, CultureInfo.CurrentUICulture));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SendAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends, or could not start.
        }
    }

    private async Task SendAllAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, culture) in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            try
            {
                await desk.AskPasswordAsync(email, mails.Forgotten, stoppingToken);
            }
            catch (Exception e) when (StoreFailure.Is(e))
            {
                NotAsked(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link for another password was not made: the store refused")]
    private static partial void NotAsked(ILogger logger, Exception failure);
}
