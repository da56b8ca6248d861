using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Web.Workspace.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

public sealed class GoingLiveTests
{
    private const string Page = $"/metiers/{ReleasedSite.Slug}";
    private const string Said = "Un résumé que personne ne connaissait.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ScheduledDraft_AtItsHour_IsOnEveryNodeAndNotBefore()
    {
        using var site = new SignedInSite();
        await using var other = new PortalFactory { Settings = { ["Database:DataFolder"] = site.DataFolder } };
        var (author, reviewer) = (await site.PersonAsync(AccountRole.Author), await site.PersonAsync());
        var (here, there) = (site.Browser(null, withToken: false), other.CreateClient());
        var at = DateTime.UtcNow.AddSeconds(4);
        await ReleasedSite.ApproveAsync(site.Services, Said, author, reviewer, at, "Le résumé a changé.");

        var before = new[] { await TextAsync(here, Page), await TextAsync(there, Page) };
        var asked = DateTime.UtcNow;
        while (
            DateTime.UtcNow < at.AddSeconds(30)
            && !(
                (await TextAsync(here, Page)).Contains(Said, StringComparison.Ordinal)
                && (await TextAsync(there, Page)).Contains(Said, StringComparison.Ordinal)
            )
        )
        {
            await Task.Delay(50, Cancellation);
        }

        Assert.SkipWhen(asked >= at, "The machine was too busy to ask before the hour.");
        Assert.All(before, b => Assert.DoesNotContain(Said, b, StringComparison.Ordinal));
        Assert.Contains(Said, await TextAsync(here, Page), StringComparison.Ordinal);
        Assert.Contains(Said, await TextAsync(there, Page), StringComparison.Ordinal);
        Assert.Contains("Le résumé a changé.", await TextAsync(there, Page), StringComparison.Ordinal);
        await using var context = site.Store();
        Assert.Equal(1, await context.Set<AuditEntry>().CountAsync(a => a.Action == "guide.publish", Cancellation));
    }

    [Fact]
    public async Task Preview_OfADayToCome_ShowsItUnderItsLinkAndNowhereElse()
    {
        using var site = new SignedInSite();
        var (author, reviewer) = (await site.PersonAsync(AccountRole.Author), await site.PersonAsync());
        await ReleasedSite.ApproveAsync(site.Services, Said, author, reviewer, DateTime.UtcNow.AddDays(2));
        var prefix = await PreviewAsync(site, reviewer, DateTime.UtcNow.AddDays(3));
        var reader = site.Browser(null, withToken: false);

        using var answer = await reader.GetAsync(new Uri(prefix + Page, UriKind.Relative), Cancellation);
        var ahead = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        using var again = await reader.GetAsync(new Uri(prefix + Page, UriKind.Relative), Cancellation);
        var list = await TextAsync(reader, prefix + "/metiers?guide=Brief");
        var today = await TextAsync(reader, Page);

        Assert.Contains(Said, ahead, StringComparison.Ordinal);
        Assert.Contains(Said, list, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, today, StringComparison.Ordinal);
        Assert.Contains("preview-banner", ahead, StringComparison.Ordinal);
        Assert.DoesNotContain("preview-banner", today, StringComparison.Ordinal);
        Assert.Contains("name=\"robots\" content=\"noindex\"", ahead, StringComparison.Ordinal);
        Assert.True(again.Headers.CacheControl!.NoStore);
        Assert.Null(again.Headers.ETag);
        Assert.Null(again.Headers.Age);
        Assert.Contains($"href=\"{prefix}/metiers\"", ahead, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/metiers", ahead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_AfterItWasRevoked_AnswersAsOneThatIsNone()
    {
        using var site = new SignedInSite();
        await using var other = new PortalFactory { Settings = { ["Database:DataFolder"] = site.DataFolder } };
        var maker = await site.PersonAsync();
        var prefix = await PreviewAsync(site, maker, DateTime.UtcNow.AddDays(3));
        var (here, there) = (site.Browser(null, withToken: false), other.CreateClient());
        using var before = await here.GetAsync(new Uri(prefix + Page, UriKind.Relative), Cancellation);
        using var beforeThere = await there.GetAsync(new Uri(prefix + Page, UriKind.Relative), Cancellation);
        var desk = site.Services.GetRequiredService<PreviewDesk>();
        var link = (await desk.ListAsync(maker, 1, Cancellation)).Value!.Items[0];

        await desk.RevokeAsync(maker, link.Id, Cancellation);
        using var after = await here.GetAsync(new Uri(prefix + Page, UriKind.Relative), Cancellation);
        using var afterThere = await there.GetAsync(new Uri(prefix + Page, UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, beforeThere.StatusCode));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (after.StatusCode, afterThere.StatusCode));
    }

    [Theory]
    [InlineData("/apercu/abc/metiers", HttpStatusCode.Gone)]
    [InlineData("/apercu/abc", HttpStatusCode.Gone)]
    [InlineData("/apercu", HttpStatusCode.NotFound)]
    public async Task Preview_ByALinkThatIsNone_SaysSo(string path, HttpStatusCode status)
    {
        using var site = new SignedInSite();

        using var answer = await site.Browser(null, withToken: false).GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAQuizOrByAPost_IsNotWithinIt()
    {
        using var site = new SignedInSite();
        var prefix = await PreviewAsync(site, await site.PersonAsync(), DateTime.UtcNow);
        var reader = site.Browser(null, withToken: false);

        using var quiz = await reader.GetAsync(new Uri($"{prefix}/nl/quiz", UriKind.Relative), Cancellation);
        using var form = new FormUrlEncodedContent([]);
        using var posted = await reader.PostAsync(new Uri(prefix + Page, UriKind.Relative), form, Cancellation);

        Assert.Equal("/nl/quiz", quiz.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Gone, posted.StatusCode);
    }

    [Fact]
    public async Task Guide_InError_IsGoneWithAWayOn()
    {
        using var site = new SignedInSite();
        await WithdrawAsync(site, WithdrawalReason.Error, null);

        using var answer = await site.Browser(null, withToken: false).GetAsync(new Uri(Page, UriKind.Relative), Cancellation);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("Une raison pour les lecteurs.", text, StringComparison.Ordinal);
        Assert.Contains("guide-card", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guide_Merged_LeadsToTheOther()
    {
        using var site = new SignedInSite();
        await WithdrawAsync(site, WithdrawalReason.Merged, "bibliothecaire-documentaliste");

        using var answer = await site.Browser(null, withToken: false).GetAsync(new Uri(Page, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/metiers/bibliothecaire-documentaliste", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Guide_Withdrawn_StaysWithANoticeOutsideListsAndMap()
    {
        using var site = new SignedInSite();
        await WithdrawAsync(site, WithdrawalReason.Withdrawn, null);
        var reader = site.Browser(null, withToken: false);

        var page = await TextAsync(reader, Page);
        var lists = await TextAsync(reader, "/metiers?q=archiviste") + await TextAsync(reader, "/sitemap.xml") + await TextAsync(reader, "/quiz");

        Assert.Contains("Une raison pour les lecteurs.", page, StringComparison.Ordinal);
        Assert.Contains("content=\"noindex\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, lists, StringComparison.Ordinal);
        Assert.DoesNotContain($"/quiz/{ReleasedSite.Slug}", lists, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiz_OfAWithdrawnGuide_LeadsToItsPageWhichOffersNone()
    {
        using var site = new SignedInSite();
        await WithdrawAsync(site, WithdrawalReason.Withdrawn, null);
        var reader = site.Browser(null, withToken: false);

        using var start = await reader.GetAsync(new Uri($"/nl/quiz/{ReleasedSite.Slug}", UriKind.Relative), Cancellation);
        var page = await TextAsync(reader, Page);

        Assert.Equal(HttpStatusCode.Found, start.StatusCode);
        Assert.EndsWith($"/nl{Page}", start.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain($"/quiz/{ReleasedSite.Slug}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Centre_MergedIntoAnother_LeadsThere()
    {
        using var site = new SignedInSite();
        var boss = await site.PersonAsync(AccountRole.Administrator);
        var desk = site.Services.GetRequiredService<DirectoryDesk>();
        var entry = (await desk.FindAsync(boss, DirectoryKind.Centre, "technobel", Cancellation)).Value!;
        Assert.Equal(
            DeskAnswer.Done,
            (await desk.MergeAsync(boss, DirectoryKind.Centre, "technobel", "technifutur", entry.State!, Cancellation)).Answer
        );

        using var answer = await site.Browser(null, withToken: false).GetAsync(new Uri("/nl/centres/technobel", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/nl/centres/technifutur", answer.Headers.Location?.OriginalString);
    }

    /// <summary>The beginning of the addresses of the site at a moment.</summary>
    private static async Task<string> PreviewAsync(SignedInSite site, Actor maker, DateTime atUtc)
    {
        var made = await site.Services.GetRequiredService<PreviewDesk>().MakeAsync(maker, atUtc, null, 7, null, Cancellation);
        return site.Services.GetRequiredService<PreviewLinks>().AddressOf(made.Value!, Languages.Default).TrimEnd('/');
    }

    private static async Task WithdrawAsync(SignedInSite site, WithdrawalReason reason, string? leadsTo)
    {
        var boss = await site.PersonAsync(AccountRole.Administrator);
        await using var context = site.Store();
        var guide = await context.Set<Guide>().AsNoTracking().SingleAsync(g => g.Slug == ReleasedSite.Slug, Cancellation);
        var target = await context.Set<Guide>().Where(g => g.Slug == leadsTo).Select(g => (int?)g.Id).FirstOrDefaultAsync(Cancellation);
        var desk = site.Services.GetRequiredService<WithdrawalDesk>();
        var answer = await desk.WithdrawAsync(boss, guide.Id, guide.Version, reason, "Une raison pour les lecteurs.", target, Cancellation);
        Assert.Equal(DeskAnswer.Done, answer.Answer);
    }

    private static async Task<string> TextAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
}
