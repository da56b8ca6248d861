using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

public sealed class ReleasePageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/espace/parutions", AccountRole.Author, HttpStatusCode.OK)]
    [InlineData("/espace/parutions/999", AccountRole.Author, HttpStatusCode.NotFound)]
    [InlineData("/espace/annuaires", AccountRole.Author, HttpStatusCode.OK)]
    [InlineData("/espace/annuaires/centres", AccountRole.Author, HttpStatusCode.OK)]
    [InlineData("/espace/annuaires/centres/technobel", AccountRole.Author, HttpStatusCode.OK)]
    [InlineData("/espace/annuaires/zones/nouveau", AccountRole.Author, HttpStatusCode.NotFound)]
    [InlineData("/espace/annuaires/rien", AccountRole.Administrator, HttpStatusCode.NotFound)]
    public async Task Page_ByRole_IsShownOrNot(string path, AccountRole role, HttpStatusCode status)
    {
        using var site = new SignedInSite();
        var browser = site.Browser(await site.PersonAsync(role), role);

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEqual(true, answer.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task EveryDirectory_AllItsEntries_AreShownAsAForm()
    {
        using var site = new SignedInSite();
        var boss = await site.PersonAsync(AccountRole.Administrator);
        var browser = site.Browser(boss, AccountRole.Administrator);
        var desk = site.Services.GetRequiredService<DirectoryDesk>();
        foreach (var (kind, slug) in Kinds)
        {
            var line = (await desk.ListAsync(boss, kind, null, 1, Cancellation)).Value!.Items[0];

            var page = await browser.GetStringAsync(new Uri($"/espace/annuaires/{slug}/{line.Code}", UriKind.Relative), Cancellation);

            Assert.Contains("name=\"state\"", page, StringComparison.Ordinal);
        }
    }

    /// <summary>What a form shows and sends back unchanged is the same entry: nothing is lost between form and store.</summary>
    [Fact]
    public async Task EveryEntry_ShownAndSentBack_IsTheSame()
    {
        using var site = new SignedInSite();
        var boss = await site.PersonAsync(AccountRole.Administrator);
        var browser = site.Browser(boss, AccountRole.Administrator);
        var desk = site.Services.GetRequiredService<DirectoryDesk>();
        foreach (var (kind, slug) in Kinds)
        {
            var line = (await desk.ListAsync(boss, kind, null, 1, Cancellation)).Value!.Items[0];
            var path = $"/espace/annuaires/{slug}/{line.Code}";
            var fields = await FormAsync(browser, path, "change-entry");

            using var answer = await PostAsync(browser, path, fields);

            Assert.Equal($"{path}?fait=1", answer.Headers.Location?.OriginalString);
            await using var context = site.Store();
            Assert.Equal(0, await context.Set<DirectoryChange>().CountAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Entry_ChangedByTwo_ShowsBothAndLosesNothing()
    {
        using var site = new SignedInSite();
        var (one, two) = (await site.PersonAsync(), await site.PersonAsync());
        const string Path = "/espace/annuaires/centres/technobel";
        var (first, second) = (site.Browser(one), site.Browser(two));
        var mine = await FormAsync(first, Path, "change-entry");
        var theirs = await FormAsync(second, Path, "change-entry");
        mine["name"] = "Le nom de l'une";
        theirs["name"] = "Le nom de l'autre";

        using var done = await PostAsync(first, Path, mine);
        using var late = await PostAsync(second, Path, theirs);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("value=\"Le nom de l'autre\"", page, StringComparison.Ordinal);
        Assert.Contains("Le nom de l’une", page.Replace('\'', '’'), StringComparison.Ordinal);
        await using var context = site.Store();
        Assert.Equal(
            "Le nom de l'une",
            await context.Set<TrainingCentre>().Where(c => c.Code == "technobel").Select(c => c.Name).SingleAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Release_ByForms_IsMadeFilledAndSubmitted()
    {
        using var site = new SignedInSite();
        var browser = site.Browser(await site.PersonAsync());
        var make = await FormAsync(browser, "/espace/parutions", "make-release");
        make["Name"] = "<script>alert(1)</script>";
        using var made = await PostAsync(browser, "/espace/parutions", make);
        var path = made.Headers.Location!.OriginalString;
        var floor = await FormAsync(browser, path, "add-floor");
        (floor["from"], floor["monthly"], floor["hourly"], floor["source"]) = ("2027-01-01", "2 250,75", "13,70", "inconnue");

        using var refused = await PostAsync(browser, path, floor);
        floor["source"] = (await SourceAsync(site))!;
        using var added = await PostAsync(browser, path, floor);
        using var submitted = await PostAsync(browser, path, await FormAsync(browser, path, "submit"));
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Contains("2 250,75", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal($"{path}?fait=1", added.Headers.Location?.OriginalString);
        Assert.Equal($"{path}?fait=1", submitted.Headers.Location?.OriginalString);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        await using var context = site.Store();
        var release = await context.Set<Release>().Include(r => r.Items).SingleAsync(Cancellation);
        Assert.Equal(ReleaseState.InReview, release.State);
        Assert.Equal(225_075, ExchangeJson.Read<WageFloorEntry>(release.Items[0].Document!).MonthlyCents);
    }

    /// <summary>The link shows all that a release holds to whoever has it, so that only those who may read all of it make one.</summary>
    [Fact]
    public async Task Preview_AskedByAnAuthor_MakesNoLink()
    {
        using var site = new SignedInSite();
        var boss = await site.PersonAsync();
        var id = (await site.Services.GetRequiredService<ReleaseDesk>().CreateAsync(boss, "Printemps", Cancellation)).Value;
        var path = $"/espace/parutions/{id}";
        var author = site.Browser(await site.PersonAsync(AccountRole.Author), AccountRole.Author);
        var form = await FormAsync(author, "/espace/compte", "profile");
        form["_handler"] = "preview";

        using var refused = await PostAsync(author, path, form);
        using var made = await PostAsync(site.Browser(boss), path, await FormAsync(site.Browser(boss), path, "preview"));

        Assert.DoesNotContain("release-link", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("release-link", await made.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewLink_ByForm_IsShownOnceOpensAndIsRevokedByItsMaker()
    {
        const string path = "/espace/parutions/apercus";
        using var site = new SignedInSite();
        var maker = await site.PersonAsync();
        var (browser, other) = (site.Browser(maker), site.Browser(await site.PersonAsync()));
        var fields = await FormAsync(browser, path, "make-preview");
        fields["quand"] = DateTime.UtcNow.AddDays(5).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        fields["pour"] = "<b>La direction</b>";

        using var made = await PostAsync(browser, path, fields);
        var shown = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(
            await made.Content.ReadAsStringAsync(Cancellation),
            Cancellation
        );
        var link = new Uri(shown.QuerySelector("#lien")!.GetAttribute("value")!).AbsolutePath;
        using var open = await site.Browser(null, withToken: false).GetAsync(new Uri(link, UriKind.Relative), Cancellation);
        var list = await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
        var listOfOther = await other.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
        using var revoked = await PostAsync(browser, path, await FormAsync(browser, path, "revoke-1"));
        using var closed = await site.Browser(null, withToken: false).GetAsync(new Uri(link, UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (open.StatusCode, closed.StatusCode));
        Assert.Equal($"{path}?fait=1", revoked.Headers.Location?.OriginalString);
        Assert.DoesNotContain(link, list, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>La direction", list, StringComparison.Ordinal);
        Assert.Contains("revoke-1", list, StringComparison.Ordinal);
        Assert.DoesNotContain("revoke-1", listOfOther, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requirements_ByForm_ComeIntoTheRelease()
    {
        using var site = new SignedInSite();
        var person = await site.PersonAsync();
        var browser = site.Browser(person);
        var id = (await site.Services.GetRequiredService<ReleaseDesk>().CreateAsync(person, "Exigences", Cancellation)).Value;
        var path = $"/espace/parutions/{id}/exigences?metier={ReleasedSite.Slug}";
        var fields = await FormAsync(browser, path, "requirements");
        fields["i.detail"] = fields["l.detail"] = "1";

        using var answer = await PostAsync(browser, path, fields);

        Assert.Equal($"/espace/parutions/{id}?fait=1", answer.Headers.Location?.OriginalString);
        await using var context = site.Store();
        var item = (await context.Set<Release>().Include(r => r.Items).SingleAsync(Cancellation)).Items[0];
        Assert.Contains(ExchangeJson.Read<OccupationRequirements>(item.Document!).Requirements, r => r is { Quality: "detail", Level: 1 });
    }

    [Fact]
    public async Task Guide_TakenInWithoutAWordForReaders_IsAskedForItAndTakenInWithIt()
    {
        using var site = new SignedInSite();
        var person = await site.PersonAsync();
        var browser = site.Browser(person);
        await ReleasedSite.ApproveAsync(site.Services, "Un résumé tout neuf.", await site.PersonAsync(), await site.PersonAsync());
        var id = (await site.Services.GetRequiredService<ReleaseDesk>().CreateAsync(person, "Printemps", Cancellation)).Value;
        var path = $"/espace/parutions/{id}";
        var fields = await FormAsync(browser, path, "add-guide");

        using var refused = await PostAsync(browser, path, fields);
        fields["annonce"] = "Les salaires de 2027.";
        using var added = await PostAsync(browser, path, fields);
        var change = await FormAsync(browser, path, "tell-1");
        change["ampleur"] = "Minor";
        using var changed = await PostAsync(browser, path, change);

        Assert.Contains("annonce-erreur", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal($"{path}?fait=1", added.Headers.Location?.OriginalString);
        Assert.Equal(("Les salaires de 2027.", $"{path}?fait=1"), (change["annonce"], changed.Headers.Location?.OriginalString));
        await using var context = site.Store();
        var item = Assert.Single((await context.Set<Release>().Include(r => r.Items).SingleAsync(Cancellation)).Items);
        Assert.Equal(new GuideNews(ChangeKind.Minor, "Les salaires de 2027."), ExchangeJson.Read<GuideNews>(item.Document!));
    }

    [Fact]
    public async Task Withdrawal_MergedWithNoGuideToFollow_SaysSoBesideTheFieldAndKeepsTheRest()
    {
        using var site = new SignedInSite();
        var browser = site.Browser(await site.PersonAsync(AccountRole.Administrator), AccountRole.Administrator);
        await using var context = site.Store();
        var guide = await context.Guides.Where(g => g.Slug == ReleasedSite.Slug && g.Language == "fr").Select(g => g.Id).SingleAsync(Cancellation);
        var path = $"/espace/guides/{guide}/retirer";
        var fields = await FormAsync(browser, path, "withdraw");
        (fields["Reason"], fields["Note"], fields["LeadsTo"]) = ("Merged", "Deux guides en un.", "");

        using var answer = await PostAsync(browser, path, fields);

        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var page = await parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("vers-erreur", Assert.Single(page.QuerySelectorAll("main .field-error")).Id);
        Assert.Equal("Deux guides en un.", page.QuerySelector("#note")!.TextContent);
        Assert.Equal("Merged", page.QuerySelector("input[name=Reason][checked]")!.GetAttribute("value"));
    }

    private static (DirectoryKind Kind, string Slug)[] Kinds =>
        [
            (DirectoryKind.Centre, "centres"),
            (DirectoryKind.Zone, "zones"),
            (DirectoryKind.Platform, "plateformes"),
            (DirectoryKind.Source, "sources"),
            (DirectoryKind.GuidanceService, "orientation"),
            (DirectoryKind.WageFloor, "salaires"),
            (DirectoryKind.ExchangeRate, "taux"),
        ];

    private static async Task<string?> SourceAsync(SignedInSite site)
    {
        await using var context = site.Store();
        return await context.Set<Source>().OrderBy(s => s.Code).Select(s => s.Code).FirstAsync(Cancellation);
    }

    /// <summary>What a browser would send of a form as it is shown.</summary>
    private static async Task<Dictionary<string, string>> FormAsync(HttpClient browser, string path, string name)
    {
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
        var document = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(page, Cancellation);
        var form = document.QuerySelector($"input[name='_handler'][value='{name}']")!.Closest("form")!;
        var fields = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input, select, textarea"))
        {
            switch (field)
            {
                case AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case AngleSharp.Html.Dom.IHtmlInputElement input when input.Name is { Length: > 0 } key:
                    fields[key] = input.Value;
                    break;
                case AngleSharp.Html.Dom.IHtmlSelectElement select when select.Name is { Length: > 0 } key:
                    fields[key] = select.Value ?? "";
                    break;
                case AngleSharp.Html.Dom.IHtmlTextAreaElement area when area.Name is { Length: > 0 } key:
                    fields[key] = area.Value;
                    break;
                default:
                    break;
            }
        }

        return fields;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(path, UriKind.Relative), form, Cancellation);
    }
}
