using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Web.Workspace.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>The pages of review over HTTP: who may open what, what a form does once, and that nothing that somebody typed runs.</summary>
public sealed class ReviewPagesTests : IDisposable
{
    private const string Script = "<script>alert(1)</script>";

    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> PagesOfAGuide => ["historique", "comparer", "relire", "partager"];

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(PagesOfAGuide))]
    public async Task PageOfAGuide_UnpublishedOfSomebodyElse_IsNotFound(string page)
    {
        var (author, stranger) = (await _site.PersonAsync(AccountRole.Author), await _site.PersonAsync(AccountRole.Author));
        var guide = await GuideAsync(author);

        var theirs = await _site.Browser(stranger, AccountRole.Author).GetAsync($"/espace/guides/{guide}/{page}", Cancellation);
        var own = await _site.Browser(author, AccountRole.Author).GetAsync($"/espace/guides/{guide}/{page}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);

        // A guide begun from nothing has no revision to compare its draft with: side by side it is the draft and the draft.
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [MemberData(nameof(PagesOfAGuide))]
    public async Task FormOfAGuide_UnpublishedOfSomebodyElse_WritesNothing(string page)
    {
        var (author, stranger) = (await _site.PersonAsync(AccountRole.Author), await _site.PersonAsync(AccountRole.Author));
        var guide = await GuideAsync(author);
        await using var context = _site.Store();
        var before = await context.AuditEntries.CountAsync(Cancellation);

        foreach (var button in new[] { "soumettre", "garder", "partager", "dire", "restaurer:1" })
        {
            var answer = await PostAsync(
                stranger,
                AccountRole.Author,
                guide,
                page,
                (DeskPage.Button, button),
                ("nom", "x"),
                ("texte", "x"),
                ("jours", "7")
            );
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before, await context.AuditEntries.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("/espace")]
    [InlineData("/espace/guides")]
    [InlineData("/espace/guides/nouveau")]
    public async Task Page_OfTheWorkspace_IsForWhoeverIsSignedInAndNeverKept(string path)
    {
        var person = await _site.PersonAsync(AccountRole.Author);

        var nobody = await _site.Browser(null).GetAsync(path, Cancellation);
        var somebody = await _site.Browser(person, AccountRole.Author).GetAsync(path, Cancellation);

        Assert.NotEqual(HttpStatusCode.OK, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.OK, somebody.StatusCode);
        Assert.True(somebody.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", await somebody.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task CarePage_ForAnAuthor_IsRefused()
    {
        var author = await _site.PersonAsync(AccountRole.Author);
        var guide = await GuideAsync(author);

        var answer = await _site.Browser(author, AccountRole.Author).GetAsync($"/espace/guides/{guide}/responsable", Cancellation);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task ReviewPage_SubmittedTwice_MakesOneRevision()
    {
        var author = await _site.PersonAsync();
        var (guide, version) = await DraftAsync(author);

        var first = await PostAsync(
            author,
            AccountRole.Reviewer,
            guide,
            "relire",
            (DeskPage.Button, "soumettre"),
            ("version", $"{version}"),
            ("mot", Script)
        );
        var second = await PostAsync(
            author,
            AccountRole.Reviewer,
            guide,
            "relire",
            (DeskPage.Button, "soumettre"),
            ("version", $"{version}"),
            ("mot", Script)
        );

        Assert.EndsWith("fait=Submit&reponse=Done", first.Headers.Location?.OriginalString);
        Assert.EndsWith("fait=Submit&reponse=DoneBefore", second.Headers.Location?.OriginalString);
        await using var context = _site.Store();
        Assert.Equal(1, await context.Revisions.CountAsync(r => r.GuideId == guide && r.Occasion == RevisionOccasion.Submitted, Cancellation));
    }

    [Theory]
    [InlineData("", "Des salaires plus récents.", "quand", "jour")]
    [InlineData("2020-01-01T10:00", "Des salaires plus récents.", "quand", "passé")]
    [InlineData("2027-03-28T02:30", "Des salaires plus récents.", "quand", "nuit-là")]
    [InlineData("2035-01-01T10:00", "", "annonce", "phrase")]
    public async Task ReviewPage_PlannedWithAFault_SaysWhichFieldAndKeepsWhatWasTyped(string hour, string note, string field, string says)
    {
        var reader = await _site.PersonAsync();
        var guide = await ReleasedSite.ApproveAsync(_site.Services, "Un résumé tout neuf.", await _site.PersonAsync(), reader);
        await using var context = _site.Store();
        var revision = await context.Drafts.Where(d => d.GuideId == guide).Select(d => d.SubmittedRevisionId).SingleAsync(Cancellation);

        var answer = await PostAsync(
            reader,
            AccountRole.Reviewer,
            guide,
            "relire",
            (DeskPage.Button, "planifier"),
            ("revision", $"{revision}"),
            ("ampleur", $"{ChangeKind.Major}"),
            ("annonce", note),
            ("quand", hour)
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var page = await parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);
        Assert.Contains(says, page.QuerySelector($"#{field}-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main .field-error"));
        Assert.Contains($"{field}-erreur", page.QuerySelector($"#{field}")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(note, page.QuerySelector("#annonce")!.TextContent);
        Assert.Equal(hour, page.QuerySelector("#quand")!.GetAttribute("value") ?? "");
        Assert.Equal($"{ChangeKind.Major}", page.QuerySelector("input[name=ampleur][checked]")!.GetAttribute("value"));
        Assert.Equal(DraftState.Approved, await context.Drafts.Where(d => d.GuideId == guide).Select(d => d.State).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task ReviewPage_OfAPlannedGuide_TellsItsAuthorTheHour()
    {
        var author = await _site.PersonAsync(AccountRole.Author);
        var hour = new DateTime(2035, 1, 11, 8, 0, 0, DateTimeKind.Utc);
        var guide = await ReleasedSite.ApproveAsync(_site.Services, "Un résumé tout neuf.", author, await _site.PersonAsync(), hour);

        var page = await _site.Browser(author, AccountRole.Author).GetStringAsync($"/espace/guides/{guide}/relire", Cancellation);

        Assert.Contains(
            "La publication est prévue le 11 janvier 2035, 09:00.",
            WebUtility.HtmlDecode(page).Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EveryText_ThatSomebodyTyped_IsShownAndNeverRun()
    {
        var author = await _site.PersonAsync();
        var reader = await _site.PersonAsync(AccountRole.Administrator);
        var (guide, version) = await DraftAsync(author);
        var share = _site.Services.GetRequiredService<ShareDesk>();
        var secret = (await share.ShareAsync(author, guide, null, 7, Script, Cancellation)).Value!;
        await share.RemarkAsync(secret, Script, null, Script, Cancellation);
        await PostAsync(author, AccountRole.Reviewer, guide, "historique", (DeskPage.Button, "garder"), ("version", $"{version}"), ("nom", Script));
        var desk = _site.Services.GetRequiredService<EditorialDesk>();
        var submitted = await desk.SubmitAsync(author, guide, await VersionAsync(guide), Script, Cancellation);
        var revision = submitted.Value!.RevisionId;
        await PostAsync(
            reader,
            AccountRole.Administrator,
            guide,
            "relire",
            (DeskPage.Button, "dire"),
            ("lieu", "content.summary"),
            ("texte", Script)
        );
        var shown = new List<string>();
        await ReadAsync("relire");
        Assert.Equal(DeskAnswer.Done, (await desk.ApproveAsync(reader, guide, revision, Cancellation)).Answer);
        Assert.Equal(DeskAnswer.Done, (await desk.PublishAsync(reader, guide, revision, Script, ChangeKind.Major, Cancellation)).Answer);
        await ReadAsync("historique");
        await ReadAsync("comparer");
        await ReadAsync("partager");

        Assert.All(shown, page => Assert.DoesNotContain(Script, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("&lt;script&gt;alert(1)", shown[0]);
        Assert.Contains("&lt;script&gt;alert(1)", shown[1]);
        Assert.Contains("&lt;script&gt;alert(1)", shown[3]);

        async Task ReadAsync(string page) =>
            shown.Add(await _site.Browser(reader, AccountRole.Administrator).GetStringAsync($"/espace/guides/{guide}/{page}", Cancellation));
    }

    [Fact]
    public async Task GuestPage_OfAnUnknownLink_IsNotFound()
    {
        var answer = await _site.Browser(null).GetAsync($"{GuestPage.Path}/{new string('a', 43)}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task GuestPage_OfAnOpenLink_ShowsTheDraftAndChangesNothing()
    {
        var (guide, secret) = await SharedAsync();

        var answer = await _site.Browser(null).GetAsync($"{GuestPage.Path}/{secret}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Contains("""<meta name="referrer" content="no-referrer">""", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await using var context = _site.Store();
        Assert.Equal(0, await context.CommentThreads.CountAsync(t => t.GuideId == guide, Cancellation));
    }

    [Fact]
    public async Task GuestPage_RemarkSentTwice_IsKeptOnceAndByMachinesNever()
    {
        var (guide, secret) = await SharedAsync();
        var browser = _site.Browser(null);

        await SendAsync("");
        await SendAsync("");
        await SendAsync("https://machine.example", "Une annonce.");

        await using var context = _site.Store();
        var thread = Assert.Single(await context.CommentThreads.Include(t => t.Comments).Where(t => t.GuideId == guide).ToListAsync(Cancellation));
        Assert.Equal(("Une relieuse", "À revoir."), (Assert.Single(thread.Comments).GuestName, thread.Comments[0].Text));
        Assert.StartsWith("content.missions", thread.Path);

        async Task SendAsync(string trap, string text = "À revoir.") =>
            await browser.PostAsync(
                $"{GuestPage.Path}/{secret}",
                Form(("nom", "Une relieuse"), ("rubrique", "missions"), ("texte", text), ("site", trap)),
                Cancellation
            );
    }

    [Fact]
    public async Task GuestPage_OfARevokedLink_IsNotFoundForItsFormToo()
    {
        var (guide, secret) = await SharedAsync();
        var sharing = _site.Services.GetRequiredService<ShareDesk>();
        await using var context = _site.Store();
        var link = await context.ShareLinks.SingleAsync(l => l.GuideId == guide, Cancellation);
        var owner = await _site.PersonAsync(AccountRole.Administrator);
        await sharing.RevokeAsync(owner, guide, link.Id, Cancellation);

        var answer = await _site.Browser(null).PostAsync($"{GuestPage.Path}/{secret}", Form(("nom", "x"), ("texte", "x")), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, await context.Comments.CountAsync(Cancellation));
    }

    private static FormUrlEncodedContent Form(params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Prepend(("_handler", DeskPage.FormName)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    private Task<HttpResponseMessage> PostAsync(Actor actor, AccountRole role, int guide, string page, params (string Name, string Value)[] fields) =>
        _site.Browser(actor, role).PostAsync($"/espace/guides/{guide}/{page}", Form(fields), Cancellation);

    /// <summary>A guide that somebody began and nobody reads.</summary>
    private async Task<int> GuideAsync(Actor author)
    {
        var given = new NewOccupation($"relieur-{Guid.NewGuid():N}", "relieur", "relieuse", default, default, GuideKind.Brief);
        return (await _site.Services.GetRequiredService<GuideStart>().CreateAsync(author, given, Cancellation)).Value;
    }

    /// <summary>A published guide with a draft that says something else.</summary>
    private async Task<(int Guide, Guid Version)> DraftAsync(Actor author)
    {
        await using var context = _site.Store();
        var guide = await context.Guides.Where(g => g.Kind == GuideKind.Brief).OrderBy(g => g.Id).Select(g => g.Id).FirstAsync(Cancellation);
        var desk = _site.Services.GetRequiredService<DraftDesk>();
        var tab = Guid.CreateVersion7();
        var open = (await desk.OpenAsync(author, guide, tab, Cancellation)).Value!;
        var before = open.Document["content"]!["summary"]!.DeepClone();
        var change = new DraftChange(DraftEditKind.Set, "content.summary", before, "Un résumé tout neuf, en une phrase.");
        var written = await desk.ApplyAsync(author, guide, new DraftBatch(tab, 1, [change], open.Sequence), Cancellation);
        Assert.Equal(DeskAnswer.Done, written.Answer);
        await PassAsync(author, guide);
        return (guide, await VersionAsync(guide));
    }

    /// <summary>What ships may have warnings of its own: they are passed over, so that the draft can go on.</summary>
    private async Task PassAsync(Actor author, int guide)
    {
        await using var context = _site.Store();
        var draft = await context.Drafts.AsNoTracking().SingleAsync(d => d.GuideId == guide, Cancellation);
        var document = DraftReading.Read(System.Text.Json.Nodes.JsonNode.Parse(draft.Document)!.AsObject()).Document;
        var faults = (await _site.Services.GetRequiredService<GuideChecker>().CheckAsync(guide, document, Cancellation))!;
        var passes = faults.Where(f => f.Severity == FaultSeverity.Warning).Select(f => new WarningPass(f.Path, f.Kind, "Vérifié.")).ToList();
        await _site.Services.GetRequiredService<EditorialDesk>().PassAsync(author, guide, passes, Cancellation);
    }

    private async Task<Guid> VersionAsync(int guide)
    {
        await using var context = _site.Store();
        return await context.Drafts.Where(d => d.GuideId == guide).Select(d => d.Version).SingleAsync(Cancellation);
    }

    private async Task<(int Guide, string Secret)> SharedAsync()
    {
        var author = await _site.PersonAsync();
        var (guide, _) = await DraftAsync(author);
        return (guide, (await _site.Services.GetRequiredService<ShareDesk>().ShareAsync(author, guide, null, 7, null, Cancellation)).Value!);
    }
}
