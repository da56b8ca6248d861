using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

public sealed class KeepingPagesTests : IDisposable
{
    private const string Guide = "annotateur-de-donnees-ia";
    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task VotePage_PostedForm_IsKept_AndReadingOrATrapIsNot()
    {
        using var reader = _site.Browser(null);

        await reader.GetAsync(Address($"/avis/{Guide}?Useful=0"), Cancellation);
        await PostAsync(reader, $"/avis/{Guide}", "vote", ("Useful", "0"), ("Website", "https://reclame.example"));
        Assert.Empty(await VotesAsync());
        var answer = await PostAsync(
            reader,
            $"/avis/{Guide}",
            "vote",
            ("Useful", "0"),
            ("Reason", "Outdated"),
            ("Words", "Le <b>salaire</b> a changé"),
            ("Website", "")
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/avis/{Guide}?merci=1", answer.Headers.Location?.ToString());
        var vote = Assert.Single(await VotesAsync());
        Assert.Equal((false, VoteReason.Outdated, "Le <b>salaire</b> a changé"), (vote.IsUseful, vote.Reason, vote.Words));
    }

    [Fact]
    public async Task VotePage_NothingChosenOrUnknownReason_SaysSo()
    {
        using var reader = _site.Browser(null);

        var empty = await PostAsync(reader, $"/avis/{Guide}", "vote", ("Words", "Bonjour"));
        await PostAsync(reader, $"/avis/{Guide}", "vote", ("Useful", "0"), ("Reason", "77"));

        Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        Assert.Contains("Bonjour", await empty.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await VotesAsync()).Reason);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Address("/avis/inconnu"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task GuideListPage_WordsThatFindNothing_AreCounted()
    {
        using var reader = _site.Browser(null);

        await reader.GetAsync(Address("/metiers?q=zzzquelconque"), Cancellation);
        await reader.GetAsync(Address("/metiers?q=annotateur"), Cancellation);
        await reader.GetAsync(Address("/metiers?q=zzz+0470123456"), Cancellation);

        Assert.Equal([new MissedWords("fr", "zzzquelconque", 1)], _site.Services.GetRequiredService<SearchMissCounter>().Take());
    }

    [Theory]
    [InlineData("/espace/a-tenir")]
    [InlineData("/espace/a-tenir/avis")]
    [InlineData("/espace/a-tenir/avis.csv")]
    [InlineData("/espace/echange")]
    [InlineData("/espace/echange/guides.zip")]
    [InlineData("/espace/guides/1/export")]
    [InlineData("/espace/guides/1/export/guide.json")]
    [InlineData("/espace/guides/1/export/guide.md")]
    [InlineData("/espace/guides/1/traduire")]
    public async Task WorkspacePages_SignedInOrNot_AreForThoseWhoWorkHere(string path)
    {
        using var stranger = _site.Browser(null);
        using var author = _site.Browser(await _site.PersonAsync(AccountRole.Author), AccountRole.Author);
        var gone = await _site.PersonAsync(AccountRole.Author);
        using var revoked = _site.Browser(gone with { SecurityStamp = "autre" }, AccountRole.Author);

        var (first, second, third) = (
            await stranger.GetAsync(Address(path), Cancellation),
            await author.GetAsync(Address(path), Cancellation),
            await revoked.GetAsync(Address(path), Cancellation)
        );

        Assert.True(first.StatusCode is HttpStatusCode.Found or HttpStatusCode.Unauthorized, $"{first.StatusCode}");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.DoesNotContain("public", second.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        if (path != "/espace/echange")
        {
            Assert.Equal(HttpStatusCode.Forbidden, third.StatusCode);
        }
    }

    [Fact]
    public async Task VotesPage_HostileWords_AreShownAsText()
    {
        await _site
            .Services.GetRequiredService<VoteBox>()
            .CastAsync("fr", Guide, new GivenVote(false, null, "<script>alert(1)</script>=1+1"), Cancellation);
        using var author = _site.Browser(await _site.PersonAsync());

        var page = await author.GetStringAsync(Address("/espace/a-tenir/avis"), Cancellation);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;=1&#x2B;1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TranslationPage_StartThenWrite_IsInTheDraft()
    {
        var actor = await _site.PersonAsync();
        using var browser = _site.Browser(actor);
        var guide = await GuideIdAsync();

        var started = await PostAsync(browser, $"/espace/guides/{guide}/traduire", "start-nl");
        var path = started.Headers.Location!.ToString();
        var page = await browser.GetStringAsync(Address(path), Cancellation);
        var translation = int.Parse(path.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
        var desk = _site.Services.GetRequiredService<TranslationDesk>();
        var view = (await desk.ReadAsync(actor, translation, Cancellation)).Value!;
        var written = await PostAsync(
            browser,
            $"/espace/guides/{translation}/traduire",
            "texts-entete",
            ("tab", $"{Guid.CreateVersion7()}"),
            ("original", $"{view.OriginalRevisionId}"),
            ("o0", "content.summary"),
            ("p0", "content.summary"),
            ("b0", ""),
            ("t0", "Samenvatting."),
            ("do", "write")
        );

        Assert.Contains("name=\"t0\"", page, StringComparison.Ordinal);
        Assert.Equal($"/espace/guides/{translation}/traduire?fait=Done#entete", written.Headers.Location?.ToString());
        var after = (await desk.ReadAsync(actor, translation, Cancellation)).Value!;
        Assert.Equal(1, after.Count(TranslationFieldState.UpToDate));
    }

    [Fact]
    public async Task ExchangePage_FileThenTake_IsADraft_AndAFaultyFileTellsItsLine()
    {
        var actor = await _site.PersonAsync();
        using var browser = _site.Browser(actor);
        var guide = await GuideIdAsync();
        var json = await browser.GetStringAsync(Address($"/espace/guides/{guide}/export/guide.json"), Cancellation);
        var changed = Encoding.UTF8.GetBytes(json.Replace("\"hook\": \"", "\"hook\": \"Venez voir. ", StringComparison.Ordinal));

        var faulty = await SendAsync(browser, "/espace/echange", "a.json", Encoding.UTF8.GetBytes("{\n\"slug\": 1\n}"));
        var preview = await SendAsync(browser, "/espace/echange", "guide.json", changed);
        using var take = new MultipartFormDataContent
        {
            { new StringContent("take"), "_handler" },
            { new StringContent(Convert.ToBase64String(changed)), "carried" },
            { new StringContent("guide.json"), "name" },
            { new StringContent(""), "base" },
            { new StringContent($"{Guid.CreateVersion7()}"), "tab" },
        };
        using var taken = await browser.PostAsync(Address("/espace/echange"), take, Cancellation);

        Assert.Contains("ligne", WebUtility.HtmlDecode(faulty), StringComparison.Ordinal);
        Assert.Contains("Invitation à lire", WebUtility.HtmlDecode(preview), StringComparison.Ordinal);
        var draft = await browser.GetStringAsync(Address($"/espace/guides/{guide}/export/brouillon.json"), Cancellation);
        Assert.Contains("Venez voir.", draft, StringComparison.Ordinal);
        Assert.Equal(json, await browser.GetStringAsync(Address($"/espace/guides/{guide}/export/guide.json"), Cancellation));
    }

    [Fact]
    public async Task ExchangePage_FilesThatAreNotItsOwnOrHoldTooMuch_AreRefusedInWords()
    {
        var actor = await _site.PersonAsync();
        using var browser = _site.Browser(actor);
        var guide = await GuideIdAsync();
        await using var context = _site.Store();
        var other = await context.Guides.Where(g => g.Slug != Guide && g.Language == "fr").Select(g => g.Id).FirstAsync(Cancellation);
        var json = await browser.GetStringAsync(Address($"/espace/guides/{guide}/export/guide.json"), Cancellation);
        var file = JsonNode.Parse(json)!;
        file["content"]!["pros"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(n => JsonValue.Create($"Point {n}."))]);
        file["content"]!["hook"] = "Un \u202Etexte.";
        var turned = JsonNode.Parse(json)!;
        turned["content"]!["hook"] = "Un \u202Etexte.";

        var strange = await SendAsync(browser, $"/espace/guides/{other}/export", "a.json", Encoding.UTF8.GetBytes(json));
        var large = await SendAsync(browser, "/espace/echange", "a.json", Encoding.UTF8.GetBytes(file.ToJsonString()));
        var broken = await SendAsync(browser, "/espace/echange", "x.zip", [1, 2, 3]);
        var empty = await SendAsync(browser, "/espace/echange", "x.zip", ExchangeArchive.Write(new Dictionary<string, string>()));
        var hidden = await SendAsync(browser, "/espace/echange", "a.json", Encoding.UTF8.GetBytes(turned.ToJsonString()));

        Assert.Contains("d’un autre guide", WebUtility.HtmlDecode(strange), StringComparison.Ordinal);
        Assert.Matches("10.000 éléments", WebUtility.HtmlDecode(large));
        Assert.DoesNotContain("name=\"carried\"", large, StringComparison.Ordinal);
        Assert.DoesNotContain("$", Refusal(broken), StringComparison.Ordinal);
        Assert.Contains("aucun guide", WebUtility.HtmlDecode(empty), StringComparison.Ordinal);
        Assert.Contains("[U+202E]texte", WebUtility.HtmlDecode(hidden), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/espace/guides/99999")]
    [InlineData("/nl/espace/guides/99999")]
    public async Task FailurePage_OfTheWorkspace_LeadsBackToIt(string path)
    {
        using var browser = _site.Browser(await _site.PersonAsync());

        using var failed = await browser.GetAsync(Address(path), Cancellation);
        var page = await failed.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, failed.StatusCode);
        Assert.Contains("espace\">", page[page.IndexOf("error-page", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain(
            "quiz/reprendre",
            page[page.IndexOf("error-page", StringComparison.Ordinal)..].Split("</ul>")[0],
            StringComparison.Ordinal
        );
    }

    /// <summary>What a page says of a file that it refuses.</summary>
    private static string Refusal(string page) => WebUtility.HtmlDecode(page.Split("ws-refused")[1].Split("</ul>")[0]);

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string form, params (string Name, string Value)[] fields) =>
        client.PostAsync(
            Address(path),
            new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("_handler", form)]),
            Cancellation
        );

    private static async Task<string> SendAsync(HttpClient client, string path, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("rehearse"), "_handler" },
            { new ByteArrayContent(bytes), "File", name },
        };
        return await (await client.PostAsync(Address(path), form, Cancellation)).Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<int> GuideIdAsync()
    {
        await using var context = _site.Store();
        return await context.Guides.Where(g => g.Slug == Guide && g.Language == "fr").Select(g => g.Id).SingleAsync(Cancellation);
    }

    private async Task<List<GuideVote>> VotesAsync()
    {
        await using var context = _site.Store();
        return await context.Set<GuideVote>().AsNoTracking().ToListAsync(Cancellation);
    }
}
