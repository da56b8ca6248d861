using CareerPortal.Web.Accounts;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers;

/// <summary>Whether alerts are offered: nobody shall wait for mails that lie in a folder of the server.</summary>
internal sealed class AlertDoor(IOptions<AlertOptions> alerts, IOptions<MailOptions> mail, IHostEnvironment environment)
{
    public bool IsOpen => alerts.Value.Offered ?? (mail.Value.HasServer || !environment.IsProduction());
}
