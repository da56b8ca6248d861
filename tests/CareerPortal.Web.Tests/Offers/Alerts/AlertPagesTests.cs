using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Accounts;
using CareerPortal.Offers.Alerts;
using CareerPortal.Testing;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Web.Tests.Offers.Alerts;

public sealed class AlertPagesTests
{
    private const string Lea = "lea@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_KnownUnknownOrABot_IsAnsweredTheSame()
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea);
        var mails = site.Mail.Mails.Count;

        using var known = await site.AskAsync(Lea);
        using var unknown = await site.AskAsync("max@example.org");
        using var trapped = await site.AskAsync("bot@example.org", trap: "https://reclame.example");
        using var unsealed = await site.AskAsync("robot@example.org", seal: "CfDJ8-foreign");
        var answers = new[] { known, unknown, trapped };
        await site.ArrivedAsync(mails + 1);
        var page = await site.Client.PageAsync(known.Headers.Location!.OriginalString);

        Assert.All(answers, a => Assert.Equal((known.StatusCode, known.Headers.Location), (a.StatusCode, a.Headers.Location)));
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK), (known.StatusCode, unsealed.StatusCode));
        Assert.DoesNotContain("example.org", page.Html, StringComparison.Ordinal);
        Assert.Equal([Lea, "max@example.org"], (await site.AlertsAsync()).Select(a => a.Email).Order());
        Assert.Equal("max@example.org", site.Mail.Mails[^1].To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Ask_NoAddress_ComesBackAsSent()
    {
        await using var site = new AlertSite();
        const string path = "/offres/alerte?q=boulanger&v=2";
        var page = await site.Client.PageAsync(path);
        site.Time.Advance(TimeSpan.FromSeconds(4));

        using var answer = await site.PostAsync(page, path, "alert", ("Email", "léa chez moi"), ("Rhythm", "Weekly"), ("Website", ""));

        var back = await PageReader.ReadAsync(answer, path);
        Assert.Equal("léa chez moi", back.Document.QuerySelector<IHtmlInputElement>("#courriel")!.Value);
        Assert.True(back.Document.QuerySelector<IHtmlInputElement>("input[name=Rhythm][value=Weekly]")!.IsChecked);
        Assert.NotNull(back.Document.QuerySelector("#courriel-erreur"));
        Assert.Empty(await site.AlertsAsync());
        Faults.None(PageRules.FaultsOf(back));
    }

    [Fact]
    public async Task Ask_SoonerThanAnybodyReads_ComesBackAsSentAndIsTakenTheNextTime()
    {
        await using var site = new AlertSite();
        const string path = "/offres/alerte?q=boulanger&v=2";

        using var quick = await site.AskAsync(Lea, path, reads: false);
        var back = await PageReader.ReadAsync(quick, path);
        var kept = await site.AlertsAsync();
        site.Time.Advance(TimeSpan.FromSeconds(3));
        using var again = await site.PostAsync(back, path, "alert", ("Email", Lea), ("Rhythm", "Daily"), ("Website", ""));

        Assert.Equal(HttpStatusCode.OK, quick.StatusCode);
        Assert.Equal(Lea, back.Document.QuerySelector<IHtmlInputElement>("#courriel")!.Value);
        Assert.Equal(site.Portal.Text("Alert.TooFast"), Wording.Plain(back.Document.QuerySelector("form [role=alert]")!.TextContent.Trim()));
        Assert.Empty(kept);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Single(await site.AlertsAsync());
        Faults.None(PageRules.FaultsOf(back));
    }

    [Fact]
    public async Task Ask_TooOften_ComesBackAsSentAndIsNotTaken()
    {
        await using var site = new AlertSite(portal => portal.Settings["RateLimits:SignInsPerMinute"] = "1");
        using var first = await site.AskAsync("un@example.org");

        using var second = await site.AskAsync("deux@example.org");

        var back = await PageReader.ReadAsync(second, "/offres/alerte");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("deux@example.org", back.Document.QuerySelector<IHtmlInputElement>("#courriel")!.Value);
        Assert.Single(await site.AlertsAsync());
    }

    [Theory]
    [InlineData("/offres/alerte?q=soudeur%20%26%20t%C3%B4lier&province=Namur&v=2")]
    [InlineData("/de/offres/alerte?q=soudeur&v=2")]
    public async Task Ask_FormThatHasExpired_ComesBackAsSentWithItsSearch(string path)
    {
        await using var site = new AlertSite();

        using var answer = await site.Client.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent([new("_handler", "alert"), new("Email", Lea), new("Rhythm", "Daily")]),
            Cancellation
        );
        var page = await PageReader.ReadAsync(answer, path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(page.All(".notice-warning[role=alert]"));
        Assert.Equal(Lea, page.Document.QuerySelector<IHtmlInputElement>("#courriel")!.Value);
        Assert.Contains("soudeur", page.Document.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await site.AlertsAsync());
    }

    [Fact]
    public async Task Door_WithoutAMailServerInProduction_IsShut()
    {
        await using var site = new AlertSite(portal => portal.Settings["Offers:Alerts:Offered"] = "false");

        var list = await site.Client.PageAsync(AlertSite.Search);
        using var page = await site.Client.GetAsync(new Uri(AlertPath.Ask, UriKind.Relative), Cancellation);

        Assert.DoesNotContain(AlertPath.Ask, list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task Manage_LinkOfAMail_ShowsChangesGivesAndErases()
    {
        await using var site = new AlertSite();
        var id = await site.SubscribeAsync(Lea);
        var manage = await ManageAsync(site, id);

        var page = await site.Client.PageAsync(manage);
        using var changed = await site.PressAsync(manage, "rhythm", ("Rhythm", "Weekly"));
        using var file = await site.Client.GetAsync(
            new Uri(manage.Replace(AlertPath.Manage, AlertPath.Data, StringComparison.Ordinal), UriKind.Relative),
            Cancellation
        );
        var data = JsonSerializer.Deserialize<JsonElement>(await file.Content.ReadAsStringAsync(Cancellation));
        var stop = page
            .Document.Forms.Single(f => f.GetAttribute("action")?.Contains(AlertPath.Stop, StringComparison.Ordinal) == true)
            .GetAttribute("action")!;
        using var ended = await site.Client.PostAsync(new Uri(stop, UriKind.Relative), null, Cancellation);
        var stopped = await site.Client.PageAsync(ended.Headers.Location!.OriginalString);
        using var gone = await site.Client.GetAsync(new Uri(manage, UriKind.Relative), Cancellation);

        Assert.Contains(Lea, page.Html, StringComparison.Ordinal);
        Assert.Equal("same-origin", string.Join("", page.Headers.GetValues("Referrer-Policy")));
        Assert.EndsWith("?fait=rythme", changed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal((Lea, "?q=boulanger&v=2", "Weekly"), (Said(data, "email"), Said(data, "search"), Said(data, "rhythm")));
        Assert.Equal(0, data.GetProperty("notices").GetInt32());
        Assert.Equal(JsonValueKind.String, data.GetProperty("noticeUtc").ValueKind);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (stopped.Status, gone.StatusCode));
        Assert.Empty(await site.AlertsAsync());
        Faults.None(new[] { page, stopped }.SelectMany(PageRules.FaultsOf));
    }

    [Fact]
    public async Task Continue_AfterTheQuestion_KeepsTheAlertAndWithoutItGoes()
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea);
        await site.SubscribeAsync("max@example.org");
        var before = site.Mail.Mails.Count;
        site.Time.Advance(TimeSpan.FromDays(367));
        await site.WorkAsync();
        await site.ArrivedAsync(before + 2);
        var question = site.Mail.Mails.Last(m => m.To.Mailboxes.Single().Address == Lea);

        var page = await site.Client.PageAsync(AlertSite.LinkIn(question, AlertPath.GoOn));
        using var on = await site.PressAsync(AlertSite.LinkIn(question, AlertPath.GoOn), "go-on");
        site.Time.Advance(TimeSpan.FromDays(AlertRetention.AnswerDays + 1));
        await site.WorkAsync();

        Assert.Equal([Lea], (await site.AlertsAsync()).Select(a => a.Email));
        Assert.Equal(HttpStatusCode.Found, on.StatusCode);
        Faults.None(PageRules.FaultsOf(page));
    }

    [Fact]
    public async Task Opinion_OfAMail_IsCountedByAButton()
    {
        await using var site = new AlertSite();
        var id = await site.SubscribeAsync(Lea);
        var path = (await ManageAsync(site, id)).Replace(AlertPath.Manage, AlertPath.Opinion, StringComparison.Ordinal);

        using var none = await site.PressAsync(path, "opinion", ("Opinion", "Other"));
        using var given = await site.PressAsync(path, "opinion", ("Opinion", "Partly"));

        await using var context = site.Context();
        var count = await context.OfferAlertCounts.SingleAsync(Cancellation);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (none.StatusCode, given.StatusCode));
        Assert.Equal((AlertOpinion.Partly, 1), (count.Opinion, count.Times));
    }

    [Fact]
    public async Task Stop_ButtonOfThePage_EndsItWithoutAnyCookie()
    {
        await using var site = new AlertSite();
        var id = await site.SubscribeAsync(Lea);
        var path = $"{AlertPath.Stop}/{await LinkAsync(site, id, AlertLink.Stop)}";
        var page = await site.Client.PageAsync(path);
        using var client = site.Portal.CreateDefaultClient();

        using var pressed = await client.PostAsync(new Uri(path, UriKind.Relative), null, Cancellation);
        using var forged = await client.PostAsync(new Uri($"{AlertPath.Stop}/{new string('0', 72)}", UriKind.Relative), null, Cancellation);

        Assert.DoesNotContain(Lea, page.Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, path), (pressed.StatusCode, pressed.Headers.Location!.OriginalString));
        Assert.Empty(await site.AlertsAsync());
        Assert.Equal(HttpStatusCode.Gone, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await site.Client.PageAsync($"{AlertPath.Stop}/{new string('0', 72)}")).Status);
        Faults.None(PageRules.FaultsOf(page));
    }

    [Theory]
    [InlineData("%C3%A9")]
    [InlineData("%01")]
    [InlineData("%E2%80%AE")]
    [InlineData("%F0%9F%92%A9")]
    [InlineData("a%5Cb")]
    [InlineData("\"%3E%3Cb%3E")]
    public async Task EveryAddress_WithALinkOfNobody_IsGoneWithoutAFailure(string link)
    {
        await using var site = new AlertSite();
        await site.SubscribeAsync(Lea);
        string[] pages = [AlertPath.Confirm, AlertPath.Manage, AlertPath.GoOn, AlertPath.Opinion, AlertPath.Stop];

        foreach (var address in pages.Append(AlertPath.Data).SelectMany(p => new[] { $"{p}/{link}", $"/nl{p}/{link}" }))
        {
            using var read = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.Equal(
                (address, address.Contains(AlertPath.Data, StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Gone),
                (address, read.StatusCode)
            );
        }

        foreach (var address in pages.SelectMany(p => new[] { $"{p}/{link}", $"/nl{p}/{link}" }))
        {
            using var posted = await site.Client.PostAsync(new Uri(address, UriKind.Relative), null, Cancellation);
            Assert.Equal(
                (address, address.Contains(AlertPath.Stop, StringComparison.Ordinal) ? HttpStatusCode.Gone : HttpStatusCode.Found),
                (address, posted.StatusCode)
            );
            Assert.NotEqual(posted.StatusCode == HttpStatusCode.Gone, posted.Headers.Location is not null);
        }

        Assert.Single(await site.AlertsAsync());
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal));
    }

    /// <summary>Mail scanners follow every link: whatever is read, with whatever link, by GET or HEAD, changes no row and sends no mail.</summary>
    [Fact]
    public async Task EveryAddress_ReadWithEveryLink_ChangesNoRow()
    {
        await using var site = new AlertSite();
        var active = await site.SubscribeAsync(Lea);
        var ended = await site.SubscribeAsync("max@example.org");
        using (
            await site.Client.PostAsync(
                new Uri($"{AlertPath.Stop}/{await LinkAsync(site, ended, AlertLink.Stop)}", UriKind.Relative),
                null,
                Cancellation
            )
        ) { }
        using (await site.AskAsync("zoe@example.org", "/offres/alerte?q=soudeur&v=2")) { }
        await site.UntilAsync(async context => !await context.OutgoingMails.AnyAsync(Cancellation));
        var waiting = (await site.AlertsAsync()).Single(a => a.ConfirmedUtc is null).Id;
        var links = new List<string> { "rien", new('a', 72) };
        foreach (var alert in new[] { active, ended, waiting, Guid.NewGuid() })
        {
            foreach (var purpose in Enum.GetValues<AlertLink>())
            {
                links.Add(await LinkAsync(site, alert, purpose));
            }
        }

        string[] pages = [AlertPath.Confirm, AlertPath.Manage, AlertPath.GoOn, AlertPath.Opinion, AlertPath.Data, AlertPath.Stop];
        string[] queries = ["", "?fait=confirme", "?List-Unsubscribe=One-Click&_handler=stop&Opinion=Fitting&Rhythm=Weekly"];
        var addresses = pages
            .SelectMany(p => links.Select(l => $"{p}/{l}"))
            .SelectMany(p => queries.Select(q => p + q))
            .SelectMany(p => new[] { p, "/de" + p })
            .Append("/offres/alerte?q=boulanger&v=2&demande=1&Email=bot%40example.org&Rhythm=Daily")
            .ToList();
        var before = Rows(site);
        var mails = site.Mail.Mails.Count;

        var answered = 0;
        foreach (var address in addresses)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
                using var answer = await site.Client.SendAsync(request, Cancellation);
                answered += answer.IsSuccessStatusCode ? 1 : 0;
                Assert.InRange((int)answer.StatusCode, 200, 410);
            }
        }

        var after = Rows(site);
        Assert.InRange(answered, 50, 2 * addresses.Count);
        Assert.All(before.Keys, table => Assert.Equal(before[table], after[table]));
        await using var context = site.Context();
        Assert.False(await context.OutgoingMails.AnyAsync(Cancellation));
        Assert.Equal(mails, site.Mail.Mails.Count);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Rows(AlertSite site)
    {
        using var context = site.Context();
        return StoreRows.Of((SqliteConnection)context.Database.GetDbConnection(), "OfferLeases");
    }

    private static async Task<string> LinkAsync(AlertSite site, Guid id, AlertLink purpose)
    {
        await using var context = site.Context();
        var key = await context.OfferAlertKeys.AsNoTracking().SingleAsync(Cancellation);
        return new AlertSeal(key.Secret).Write(id, purpose);
    }

    private static async Task<string> ManageAsync(AlertSite site, Guid id) => $"{AlertPath.Manage}/{await LinkAsync(site, id, AlertLink.Manage)}";

    private static string? Said(JsonElement data, string name) => data.GetProperty(name).GetString();
}
