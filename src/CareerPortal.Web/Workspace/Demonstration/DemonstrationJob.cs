using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using DemoPeople = CareerPortal.Accounts.Demonstration;

namespace CareerPortal.Web.Workspace.Demonstration;

/// <summary>Once the site has started, makes the people and drafts of the demonstration, and says by which links to sign in as them.</summary>
internal sealed partial class DemonstrationJob(
    TicketDesk tickets,
    SiteAddress address,
    DemonstrationDrafts drafts,
    IStringLocalizer<PortalTexts> texts,
    IHostApplicationLifetime site,
    TimeProvider time,
    ILogger<DemonstrationJob> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await site.StartedAsync(stoppingToken);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");
            await OfferAsync(DemoPeople.Author, "autrice", "Demo.Author", AccountRole.Author, stoppingToken);
            await OfferAsync(DemoPeople.Reviewer, "relecteur", "Demo.Reviewer", AccountRole.Reviewer, stoppingToken);
            await drafts.FillAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends, or could not start.
        }
    }

    private async Task OfferAsync(Guid id, string mail, string name, AccountRole role, CancellationToken cancellation)
    {
        var person = DemoPeople.Account(id, mail, texts[name], role, time.GetUtcNow().UtcDateTime);
        var token = await tickets.IssueDemonstrationAsync(person, cancellation);
        var link = address.Of(TicketPath.Of(token));
        Link(logger, role, link);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign in to the workspace as {Role}, once, by: {DemonstrationLink}")]
    private static partial void Link(ILogger logger, AccountRole role, string demonstrationLink);
}
