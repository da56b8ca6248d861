using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>The mails to employers who proposed an offer: short, in their language, with the private link to it.</summary>
internal sealed class OfferLetters(IStringLocalizer<PortalTexts> texts, SiteAddress address, IOptions<PortalOptions> portal) : IOfferLetters
{
    private IStringLocalizer<PortalTexts> T => texts;

    public MailText Of(OfferLetter letter)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            // The language of whoever reviews is not that of whoever reads.
            var language = Languages.Knows(letter.Language) ? letter.Language : Languages.Default;
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo($"{language}-BE");
            var last = letter.LastDay is { } day ? Site.Long(day) : "";
            string?[] parts =
            [
                T["Mail.Greeting"].Value,
                Site.Say(T[$"OfferMail.{letter.News}", letter.Title, portal.Value.Name, last]),
                letter is { News: OfferEntryNews.Published, OfferId: { } offer }
                    ? address.Of(Site.LinkIn(language, OfferPath.Of(offer, letter.Title)))
                    : null,
                letter.Word,
                Site.Say(T[$"OfferMailNext.{letter.News}", OfferEntryKeeping.UnconfirmedDays, OfferEntryKeeping.RefusedMonths]),
                address.Of(Site.LinkIn(language, ProposalPath.Of(letter.Link))),
                Site.Say(T["OfferMail.End"]),
                portal.Value.Name,
            ];
            return new MailText(
                T[$"OfferMailSubject.{letter.News}", letter.Title],
                string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p))) + "\n"
            );
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
