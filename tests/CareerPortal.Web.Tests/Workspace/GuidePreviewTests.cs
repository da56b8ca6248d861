using System.Net;
using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>A draft as readers would get it: who may look, in which frame, and what no cache keeps.</summary>
public sealed class GuidePreviewTests : IDisposable
{
    private const string Written = "Une phrase que personne ne lit encore.";

    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Preview_OfADraft_ShowsWhatIsWrittenAndThePublicPageDoesNot()
    {
        var (actor, guide) = await WriteAsync();
        using var browser = _site.Browser(actor);

        var preview = await TextAsync(browser, $"/espace/guides/{guide}/apercu?section=entete");
        var published = await TextAsync(browser, "/metiers/annotateur-de-donnees-ia");

        Assert.Contains(Written, preview, StringComparison.Ordinal);
        Assert.DoesNotContain(Written, published, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_MayStandInAFrameOfThisSite_AndItsEditorMayNot()
    {
        var (actor, guide) = await WriteAsync();
        using var browser = _site.Browser(actor);

        using var preview = await browser.GetAsync(Address($"/espace/guides/{guide}/apercu"), Cancellation);
        using var editor = await browser.GetAsync(Address($"/espace/guides/{guide}"), Cancellation);
        using var home = await browser.GetAsync(Address("/"), Cancellation);

        Assert.Equal(("SAMEORIGIN", "no-store"), (Header(preview, "X-Frame-Options"), $"{preview.Headers.CacheControl}"));
        Assert.Contains("frame-ancestors 'self'", Header(preview, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.All([editor, home], page => Assert.Equal("DENY", Header(page, "X-Frame-Options")));
        Assert.All(
            [editor, home],
            page => Assert.Contains("frame-ancestors 'none'", Header(page, "Content-Security-Policy"), StringComparison.Ordinal)
        );
        Assert.Contains("frame-src 'self'", Header(editor, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", Header(home, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/espace/guides/{0}")]
    [InlineData("/espace/guides/{0}/apercu")]
    public async Task Page_OfADraftThatIsNotTheirs_IsNotFound(string path)
    {
        var (owner, guide) = await WriteAsync();
        await using (var context = _site.Store())
        {
            context.Add(new GuideCare { GuideId = guide, OwnerId = owner.AccountId });
            await context.SaveChangesAsync(Cancellation);
        }

        using var browser = _site.Browser(await _site.PersonAsync(AccountRole.Author), AccountRole.Author);

        using var page = await browser.GetAsync(Address(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, guide)), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain(Written, await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/espace/guides/1")]
    [InlineData("/espace/guides/1/apercu")]
    [InlineData("/espace/api/choices/Source?q=x")]
    public async Task Page_WithoutSignIn_TellsNothing(string path)
    {
        using var browser = _site.Browser(null);

        using var page = await browser.GetAsync(Address(path), Cancellation);

        Assert.True(page.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{page.StatusCode}");
    }

    [Fact]
    public async Task Preview_OfEverySectionOfAnEmptyDraft_IsAPage()
    {
        var (actor, guide) = await WriteAsync();
        await using (var context = _site.Store())
        {
            var draft = await context.Drafts.SingleAsync(d => d.GuideId == guide, Cancellation);
            draft.Document =
                """{"kind":"complete","register":"vous","content":{"summary":"","salaries":[{"$id":"a","lowCents":"?"}],"faq":[{"$id":"b"}]}}""";
            await context.SaveChangesAsync(Cancellation);
        }

        using var browser = _site.Browser(actor);

        foreach (var section in GuideForm.Sections.Select(s => $"?section={s.Id}").Append(""))
        {
            using var page = await browser.GetAsync(Address($"/espace/guides/{guide}/apercu{section}"), Cancellation);
            Assert.Equal((section, HttpStatusCode.OK), (section, page.StatusCode));
        }
    }

    [Fact]
    public async Task Choices_ByWords_AreFoundByName()
    {
        using var browser = _site.Browser(await _site.PersonAsync());

        var found = await TextAsync(browser, "/espace/api/choices/Centre?q=bruxelles+formation");

        Assert.Contains("Bruxelles Formation", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_OfAGuide_CarriesNothingOfTheEditor()
    {
        using var browser = _site.Browser(null);

        var page = await TextAsync(browser, "/metiers/annotateur-de-donnees-ia");

        Assert.All(["editor.", "workspace.", "blazor.web", "MudBlazor"], part => Assert.DoesNotContain(part, page, StringComparison.Ordinal));
    }

    private async Task<(Actor Actor, int Guide)> WriteAsync()
    {
        var actor = await _site.PersonAsync();
        await using var context = _site.Store();
        var guide = await context.Guides.Where(g => g.Slug == "annotateur-de-donnees-ia").Select(g => g.Id).SingleAsync(Cancellation);
        var desk = _site.Services.GetRequiredService<DraftDesk>();
        var tab = Guid.CreateVersion7();
        var open = (await desk.OpenAsync(actor, guide, tab, Cancellation)).Value!;
        var hook = open.Document["content"]!["hook"]!.DeepClone();
        var batch = new DraftBatch(tab, 1, [new DraftChange(DraftEditKind.Set, "content.hook", hook, Written)], open.Sequence);
        Assert.True((await desk.ApplyAsync(actor, guide, batch, Cancellation)).IsDone);
        return (actor, guide);
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static string Header(HttpResponseMessage page, string name) => page.Headers.GetValues(name).Single();

    private static async Task<string> TextAsync(HttpClient browser, string path)
    {
        using var page = await browser.GetAsync(Address(path), Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return WebUtility.HtmlDecode(Encoding.UTF8.GetString(await page.Content.ReadAsByteArrayAsync(Cancellation)));
    }
}
