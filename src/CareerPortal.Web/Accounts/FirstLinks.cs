using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Once the site has started, logs a one-time link by which the first administrator makes an account, where there is none; for a developer a
/// link that signs in at once, and nowhere else.
/// </summary>
internal sealed partial class FirstLinks(
    TicketDesk tickets,
    IHostEnvironment environment,
    IHostApplicationLifetime site,
    SiteAddress address,
    IStringLocalizer<PortalTexts> texts,
    ILogger<FirstLinks> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await site.StartedAsync(stoppingToken);
            await (environment.IsDevelopment() ? OfferDemonstrationAsync(stoppingToken) : OfferFirstAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends, or could not start.
        }
        catch (Exception e) when (StoreFailure.Is(e))
        {
            NoLink(logger, e);
        }
    }

    private async Task OfferDemonstrationAsync(CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");
        var token = await tickets.IssueDemonstrationAsync(texts["SignIn.Demonstration"], cancellation);
        var link = LinkOf(token);
        DemonstrationLink(logger, link);
    }

    private async Task OfferFirstAsync(CancellationToken cancellation)
    {
        var left = await tickets.EndDemonstrationAsync(cancellation);
        if (left > 0)
        {
            DemonstrationEnded(logger, left);
        }

        if (await tickets.IssueFirstAdministratorAsync(cancellation) is { } token)
        {
            var (link, hours) = (LinkOf(token), (int)TicketDesk.FirstAdministratorLife.TotalHours);
            FirstLink(logger, link, hours);
        }
    }

    private string LinkOf(TicketToken token) => address.Of(TicketPath.Of(token));

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no administrator yet. Within {Hours} hours, and once, open: {FirstLink}")]
    private static partial void FirstLink(ILogger logger, string firstLink, int hours);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign in to the workspace as administrator, once, by: {DemonstrationLink}")]
    private static partial void DemonstrationLink(ILogger logger, string demonstrationLink);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} accounts of a demonstration were deactivated: this is no demonstration")]
    private static partial void DemonstrationEnded(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "No link for the first administrator was made: start the site again once its store answers")]
    private static partial void NoLink(ILogger logger, Exception failure);
}
