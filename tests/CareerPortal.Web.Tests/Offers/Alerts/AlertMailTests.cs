using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Offers.Alerts;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Offers.Alerts;
using CareerPortal.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer.Protocol;

namespace CareerPortal.Web.Tests.Offers.Alerts;

/// <summary>Alerts over real SMTP, from the wish to the end.</summary>
public sealed class AlertMailTests
{
    private const string Lea = "lea@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alert_AskedConfirmedAndStoppedByItsMailProgram_BringsWhatIsNewMeanwhile()
    {
        await using var site = new AlertSite();
        await site.AddAsync("Boulanger d'avant");
        var list = await site.Client.PageAsync(AlertSite.Search);
        var door = list.Document.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.StartsWith(AlertPath.Ask, StringComparison.Ordinal));

        using var asked = await site.AskAsync(Lea, door.GetAttribute("href")!);
        await site.ArrivedAsync(1);
        var unconfirmed = (await site.AlertsAsync()).Single().ConfirmedUtc;
        using var confirmed = await site.PressAsync(AlertSite.LinkIn(site.Mail.Mails[0], AlertPath.Confirm), "confirm");
        var id = await site.AddAsync("Boulanger / pâtissier (H/F/X)");
        await site.AddAsync("Comptable");
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.WorkAsync();
        await site.WorkAsync();
        await site.ArrivedAsync(2);

        var mail = site.Mail.Mails[1];
        var stop = mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        Assert.Null(unconfirmed);
        Assert.Equal(Lea, mail.To.Mailboxes.Single().Address);
        Assert.StartsWith("1 nouvelle offre", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith($"{AlertSite.Public}{AlertPath.Stop}/", stop, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains($"{AlertSite.Public}/offres/{id}-boulanger-patissier", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("avant", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Comptable", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Boulanger / pâtissier (H/F/X)", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Pourquoi vous recevez ceci", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(img|link|script|iframe)|url\\(|src=", mail.HtmlBody);

        using var oneClick = await OneClickAsync(site, stop);
        var page = await site.Client.PageAsync(new Uri(stop).AbsolutePath);
        using var again = await OneClickAsync(site, stop);
        using var managed = await site.Client.GetAsync(new Uri(AlertSite.LinkIn(mail, AlertPath.Manage), UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Gone), (oneClick.StatusCode, again.StatusCode, managed.StatusCode));
        Assert.Equal("", await oneClick.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(await site.AlertsAsync());
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(site.Portal.Text("Alert.StoppedTitle"), Wording.Plain(page.Document.QuerySelector("h1")!.TextContent.Trim()));
        Assert.NotEmpty(site.Log.Lines);
        Assert.DoesNotContain(
            site.Log.Lines,
            l => l.Contains("lea@", StringComparison.OrdinalIgnoreCase) || l.Contains("boulanger&", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Confirm_ToWhomeverNeverAsked_IsStoppedByItsPageOrItsMailProgram()
    {
        await using var site = new AlertSite();
        using (await site.AskAsync(Lea)) { }
        await site.ArrivedAsync(1);
        var mail = site.Mail.Mails[0];
        var path = AlertSite.LinkIn(mail, AlertPath.Stop);
        var header = mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');

        var page = await site.Client.PageAsync(path);
        var kept = await site.AlertsAsync();
        using var pressed = await OneClickAsync(site, header);

        Assert.Equal($"{AlertSite.Public}{path}", header);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains(page.Document.Forms, f => f.GetAttribute("action") == path);
        Assert.Single(kept);
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        Assert.Empty(await site.AlertsAsync());
    }

    [Theory]
    [InlineData("Gagnez vite sur https://reclame.example/ici", "reclame")]
    [InlineData("Allez sur WWW.reclame", "reclame")]
    [InlineData("reclame.example", "reclame")]
    [InlineData("écrivez à moi@reclame", "reclame")]
    [InlineData("reclame1.be/abc", "reclame")]
    [InlineData("reclame。be", "reclame")]
    [InlineData("Un mot assez long pour être une lettre à quelqu'un que personne ne connaît, et reclame.be à la fin", "Un mot")]
    [InlineData("Un mot assez long pour être une lettre à quelqu'un que personne ne connaît", "ne conna")]
    public async Task Confirm_WordsOfAnybody_LeadNowhereAndAreNoLetter(string typed, string never)
    {
        await using var site = new AlertSite();
        var words = Uri.EscapeDataString(typed);

        using (await site.AskAsync(Lea, $"/offres/alerte?q={words}&lieu={words}&langue={words}&v=2")) { }
        await site.ArrivedAsync(1);
        var mail = site.Mail.Mails[0];

        Assert.All([mail.Subject, mail.TextBody, mail.HtmlBody], t => Assert.DoesNotContain(never, t, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(site.Portal.Text("Alert.Text"), mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("« boulanger »", "« boulanger »")]
    [InlineData("C++ .NET 3.5 h. à Ath", "C++ .NET 3.5 h. à Ath")]
    [InlineData("asp.net", null)]
    [InlineData("http://x", null)]
    [InlineData("192.168.1.1", null)]
    public void AnybodysWords_OfAText_AreThoseThatLeadNowhere(string text, string? said) => Assert.Equal(said, AnybodysWords.Of(text));

    [Fact]
    public async Task Mail_NodeEndedBetweenSendingAndNotingIt_ComesTwiceAtMostUnderOneName()
    {
        await using var site = new AlertSite(sendsMails: false);
        var services = site.Portal.Services;
        var (desk, texts) = (services.GetRequiredService<AlertDesk>(), services.GetRequiredService<AlertMails>());
        await desk.AskAsync(new AskAlert(Lea, AlertSearch.Read("?q=boulanger&v=2"), AlertRhythm.Daily, "fr"), texts.NoticeAsync, Cancellation);
        await desk.ConfirmAsync((await site.AlertsAsync()).Single().Id, Cancellation);
        await SendAsync(site);
        await site.AddAsync("Boulanger");
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.WorkAsync();
        var before = site.Mail.Mails.Count;

        // A node takes the mail and sends it, and is gone before it can note that; another comes by at once, later, and later again.
        var taken = await services.GetRequiredService<Outbox>().TakeAsync(Cancellation);
        await services.GetRequiredService<MailSender>().SendAsync(taken!, Cancellation);
        Assert.Null(await services.GetRequiredService<Outbox>().TakeAsync(Cancellation));
        site.Time.Advance(TimeSpan.FromMinutes(6));
        await SendAsync(site);
        site.Time.Advance(TimeSpan.FromHours(1));
        await site.WorkAsync();
        await SendAsync(site);

        var mails = site.Mail.Mails.Skip(before).ToList();
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task Mail_RefusedForGood_EndsTheAlertAndIsNotTriedAgain()
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea);
        await site.AddAsync("Boulanger");
        site.Mail.Refused[Lea] = new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "5.1.1 no such user here");
        site.Time.Advance(TimeSpan.FromDays(1));

        await site.WorkAsync();
        await site.UntilAsync(async context => !await context.OfferAlerts.AnyAsync(Cancellation));
        site.Time.Advance(TimeSpan.FromHours(1));
        await Task.Delay(300, Cancellation);

        await using var context = site.Context();
        Assert.Equal(1, site.Mail.Refusals);
        Assert.False(await context.OutgoingMails.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData(450, "4.2.1 try again later")]
    [InlineData(550, "5.7.1 relaying denied")]
    [InlineData(552, "5.2.2 mailbox full")]
    public async Task Mail_RefusedForNow_WaitsAndTheAlertStays(int code, string words)
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea);
        await site.AddAsync("Boulanger");
        site.Mail.Refused[Lea] = new SmtpResponse((SmtpReplyCode)code, words);
        var before = site.Mail.Mails.Count;
        site.Time.Advance(TimeSpan.FromDays(1));

        await site.WorkAsync();
        await site.UntilAsync(_ => Task.FromResult(site.Mail.Refusals >= 2));
        site.Mail.Refused.Clear();
        await site.ArrivedAsync(before + 1);

        Assert.Single(await site.AlertsAsync());
    }

    [Fact]
    public async Task Mail_OfAnAlertInDutch_IsInDutchAndSoAreItsPages()
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea, "/nl/offres/alerte?q=boulanger&v=2");
        await site.AddAsync("Boulanger");
        var before = site.Mail.Mails.Count;
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.WorkAsync();
        await site.ArrivedAsync(before + 1);

        var mail = site.Mail.Mails[^1];
        var manage = AlertSite.LinkIn(mail, AlertPath.Manage);

        Assert.StartsWith("1 nieuwe vacature", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("lang=\"nl\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.StartsWith("/nl/", manage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.PageAsync(manage)).Status);
    }

    [Fact]
    public async Task Mail_TextsOfASource_AreNeitherElementsNorHeaders()
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea);
        await site.AddAsync("Boulanger <script>alert(1)</script> &amp;", "Chez \"O'Neil\" <b>");
        var before = site.Mail.Mails.Count;
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.WorkAsync();
        await site.ArrivedAsync(before + 1);

        var html = site.Mail.Mails[^1].HtmlBody;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    /// <summary>The job of mails runs until none waits.</summary>
    private static async Task SendAsync(AlertSite site)
    {
        using var job = ActivatorUtilities.CreateInstance<MailJob>(site.Portal.Services);
        await job.StartAsync(Cancellation);
        await site.UntilAsync(async context => !await context.OutgoingMails.AnyAsync(Cancellation));
        await job.StopAsync(Cancellation);
    }

    private static async Task<HttpResponseMessage> OneClickAsync(AlertSite site, string address)
    {
        // A client without cookies, which follows nothing.
        using var client = site.Portal.CreateDefaultClient();
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        return await client.PostAsync(new Uri(new Uri(address).AbsolutePath, UriKind.Relative), body, Cancellation);
    }
}
