using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>Writes the mails of alerts, each in the language of its alert. Every link opens a page with a button.</summary>
internal sealed class AlertMails(
    IStringLocalizer<PortalTexts> texts,
    SiteAddress address,
    CatalogueShelf catalogue,
    IOptions<PortalOptions> portal,
    TimeProvider time
)
{
    private const int MostBoards = 4;

    private IStringLocalizer<PortalTexts> T => texts;

    private string Name => portal.Value.Name;

    /// <summary>A mail without offers.</summary>
    public async Task<MailText> NoticeAsync(AlertNotice notice, OfferAlert alert, AlertSeal seal)
    {
        var view = await catalogue.CurrentAsync(CancellationToken.None);
        return In(alert.Language, () => Notice(notice, alert, seal, new OfferWords(T, view)));
    }

    /// <summary>A mail of new offers.</summary>
    public async Task<MailText> OffersAsync(AlertMail mail)
    {
        var view = await catalogue.CurrentAsync(CancellationToken.None);
        return In(mail.Alert.Language, () => Offers(mail, new OfferWords(T, view)));
    }

    private static MailText In(string language, Func<MailText> write)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
                $"{(Languages.Knows(language) ? language : Languages.Default)}-BE"
            );
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private MailText Notice(AlertNotice notice, OfferAlert alert, AlertSeal seal, OfferWords words)
    {
        var mail = new MailLayout(Name, Site.Say(T[$"AlertMail.{notice}Heading"]))
            .Paragraph(Site.Say(T["Mail.Greeting"]))
            .Paragraph(Site.Say(T[$"AlertMail.{notice}Text", Name, AlertDesk.MostOfAnAddress, AlertDesk.MostUnconfirmed]));
        if (notice != AlertNotice.TooMany)
        {
            Search(mail, alert, words, isByItsOwner: notice == AlertNotice.Question);
        }

        mail = notice switch
        {
            AlertNotice.Confirm => mail.Button(
                    Site.Say(T["Alert.ConfirmAction"]),
                    AddressOf(AlertPath.Confirm, seal.Write(alert.Id, AlertLink.Confirm))
                )
                .Paragraph(Site.Say(T["AlertMail.ConfirmAfter", AlertRetention.UnconfirmedKeptDays]))
                .Paragraph(Site.Say(T["Mail.Ignore"])),
            AlertNotice.Question => mail.Button(Site.Say(T["Alert.GoOnAction"]), AddressOf(AlertPath.GoOn, seal.Write(alert.Id, AlertLink.Manage)))
                .Paragraph(Site.Say(T["AlertMail.QuestionAfter", AlertRetention.AnswerDays])),
            _ => mail.Button(Site.Say(T["AlertMail.Manage"]), AddressOf(AlertPath.Manage, seal.Write(alert.Id, AlertLink.Manage))),
        };
        if (notice == AlertNotice.Confirm)
        {
            var stop = AddressOf(AlertPath.Stop, seal.Write(alert.Id, AlertLink.Stop));
            return mail.Rule().Small(Site.Say(T["AlertMail.NotMe"]), stop).Build(Site.Say(T[$"AlertMail.{notice}Subject", Name])) with
            {
                SubscriptionId = alert.Id,
                StopAddress = stop,
            };
        }

        if (notice == AlertNotice.TooMany)
        {
            return mail.Build(Site.Say(T[$"AlertMail.{notice}Subject", Name])) with { SubscriptionId = alert.Id };
        }

        mail.Rule();
        return Ended(mail, alert, seal, Site.Say(T[$"AlertMail.{notice}Subject", Name]));
    }

    private MailText Offers(AlertMail mail, OfferWords words)
    {
        var (alert, seal) = (mail.Alert, mail.Seal);
        var query = AlertSearch.Read(alert.Search);
        var line = new AlertWords(T, words).LineOf(query);
        var count = mail.Total == 1 ? Site.Say(T["AlertMail.One"]) : Site.Say(T["AlertMail.Many", mail.Total]);
        var layout = new MailLayout(Name, count).Paragraph(Site.Say(T["AlertMail.For", line]));
        if (mail.Shown.Any(s => s.Offer.IsExample))
        {
            layout.Paragraph(Site.Say(T["Offers.ExamplesNotice"]));
        }

        var number = 0;
        foreach (var (offer, kilometres, others) in mail.Shown)
        {
            layout.Item(
                ++number,
                offer.Facts.Title,
                address.Of(Site.Link(OfferPath.Of(offer.Id, offer.Facts.Title))),
                LinesOf(offer, kilometres, others, words, mail.Today),
                offer.IsExample ? Site.Say(T["Offers.Example"]) : null
            );
        }

        var list = address.Of(Site.Link(OfferAddress.Path) + OfferAddress.Of(query with { Sort = OfferSort.Newest }));
        var more = mail.Total - mail.Shown.Count;
        layout.Button(
            more > 1 ? Site.Say(T["AlertMail.More", more])
                : more == 1 ? Site.Say(T["AlertMail.MoreOne"])
                : Site.Say(T["AlertMail.List"]),
            list
        );
        layout.Rule().Small(Site.Say(T["AlertMail.Opinion"]), AddressOf(AlertPath.Opinion, seal.Write(alert.Id, AlertLink.Manage)));
        foreach (var source in mail.Shown.Where(s => !s.Offer.IsExample).Select(s => $"{s.Offer.Attribution} – {s.Offer.Licence}").Distinct().Order())
        {
            layout.Small(source);
        }

        return Ended(
            layout,
            alert,
            seal,
            Site.Say(mail.Total == 1 ? T["AlertMail.OneSubject", mail.Total, line] : T["AlertMail.ManySubject", mail.Total, line])
        );
    }

    /// <summary>Why the mail comes, and how it ends: on every mail to somebody who confirmed.</summary>
    private MailText Ended(MailLayout mail, OfferAlert alert, AlertSeal seal, string subject)
    {
        var stop = AddressOf(AlertPath.Stop, seal.Write(alert.Id, AlertLink.Stop));
        var since = DateOnly.FromDateTime(BelgianTime.Of(alert.ConfirmedUtc ?? time.GetUtcNow().UtcDateTime));
        return mail.Small(Site.Say(T[$"AlertMail.Why{alert.Rhythm}", Site.Long(since), Name]))
            .Small(Site.Say(T["AlertMail.Manage"]), AddressOf(AlertPath.Manage, seal.Write(alert.Id, AlertLink.Manage)))
            .Small(Site.Say(T["AlertMail.Stop"]), stop)
            .Build(subject) with
        {
            SubscriptionId = alert.Id,
            StopAddress = stop,
        };
    }

    private void Search(MailLayout mail, OfferAlert alert, OfferWords words, bool isByItsOwner)
    {
        var (said, query) = (new AlertWords(T, words), AlertSearch.Read(alert.Search));
        var parts = isByItsOwner ? said.PartsOf(query) : said.TamedPartsOf(query);
        mail.Terms([
            .. parts.Count > 0
                ? parts.Select(p => (Site.Say(p.About), Site.Say(p.Said)))
                : [(Site.Say(T["Alert.Search"]), Site.Say(T["Alert.Everything"]))],
            (Site.Say(T["Alert.Rhythm"]), Site.Say(T[$"AlertRhythm.{alert.Rhythm}"])),
        ]);
    }

    private IEnumerable<string> LinesOf(ListedOffer offer, double? kilometres, IReadOnlyList<ListedOffer> others, OfferWords words, DateOnly today)
    {
        var facts = offer.Facts;
        yield return Joined(facts.Employer ?? T["Offers.NoEmployer"], words.PlacesOf(facts), kilometres is { } km ? words.Away(km) : "");
        yield return Joined(
            words.ContractOf(facts),
            words.RegimeOf(facts),
            facts.Telework is { } telework and not TeleworkKind.None ? T[$"TeleworkKind.{telework}"].Value : "",
            words.PayOf(facts) ?? ""
        );
        var boards = OfferWords.BoardsOf(others.Prepend(offer)).Take(MostBoards).ToList();
        yield return Joined(
            words.Ago(facts.Published, today),
            offer.Returns switch
            {
                0 => "",
                1 => T["Offers.CameAgainOnce"],
                _ => T["Offers.CameAgain", offer.Returns],
            },
            boards.Count > 0 ? T["Offers.SeenOn", string.Join(", ", boards)].Value : ""
        );
    }

    private static string Joined(params string[] parts) => Site.Say(string.Join(" · ", parts.Where(p => p.Length > 0)));

    private string AddressOf(string path, string link) => address.Of(Site.Link($"{path}/{link}"));
}
