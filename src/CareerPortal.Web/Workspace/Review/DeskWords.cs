using System.Globalization;
using CareerPortal.Editing;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Workspace.Review;

/// <summary>The mails of the workspace: short, in French, with the place to go to; nothing of the guide but its title.</summary>
internal sealed class DeskWords(IStringLocalizer<PortalTexts> texts, SiteAddress address, IOptions<PortalOptions> portal) : IDeskWords
{
    private IStringLocalizer<PortalTexts> T => texts;

    public (string Subject, string Text) Of(DeskNews news, int guideId, string title)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            // The language of whoever clicks is not that of whoever reads.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");
            var page = news == DeskNews.Submitted ? $"/espace/guides/{guideId}/relire" : $"/espace/guides/{guideId}";
            return (
                T[$"Review.Mail{news}Subject", title],
                string.Join("\n\n", T[$"Review.Mail{news}", title].Value, address.Of(page), T["Review.MailEnd"].Value, portal.Value.Name) + "\n"
            );
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
