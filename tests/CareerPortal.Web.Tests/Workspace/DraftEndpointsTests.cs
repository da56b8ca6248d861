using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>What the editor's script sends while somebody types, as the site takes it.</summary>
public sealed class DraftEndpointsTests : IDisposable
{
    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Edits_OfTypedValues_AreReadByTheLanguageOfTheAddress()
    {
        var (actor, open) = await OpenAsync();
        using var browser = _site.Browser(actor);
        var salary = ItemOf(open, "salaries");
        var before = open.Document["content"]!["salaries"]![0]!["lowCents"]!.GetValue<long>() / 100m;

        using var answer = await browser.PostAsync(
            Address(open, "edits"),
            Json(
                Batch(open, 1, $$"""{"kind":"set","path":"content.salaries.{{salary}}.lowCents","before":"{{Shown(before)}}","after":"2 300,50"}""")
            ),
            Cancellation
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        var receipt = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation);
        Assert.Equal((1, 1), (receipt!["tabSequence"]!.GetValue<long>(), receipt["sequence"]!.GetValue<long>()));
        Assert.Equal(230_050, (await DocumentAsync(open))["content"]!["salaries"]![0]!["lowCents"]!.GetValue<long>());
    }

    [Fact]
    public async Task Edits_OfAPlannedGuide_AreWarnedOfBeforeAndTellTheHourThatWasLost()
    {
        var (actor, open) = await OpenAsync();
        await using (var context = _site.Store())
        {
            var draft = await context.Drafts.SingleAsync(d => d.GuideId == open.GuideId, Cancellation);
            draft.Schedule(new DateTime(2027, 1, 11, 8, 0, 0, DateTimeKind.Utc), null, ChangeKind.Minor);
            await context.SaveChangesAsync(Cancellation);
        }

        using var browser = _site.Browser(actor);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"/espace/guides/{open.GuideId}", UriKind.Relative), Cancellation));
        using var answer = await browser.PostAsync(
            Address(open, "edits"),
            Json(Batch(open, 1, Set("content.hook", $"{open.Document["content"]!["hook"]}", "Venez."))),
            Cancellation
        );

        Assert.Contains("Publication prévue le 11 janvier 2027, 09:00.", page.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("data-publish-at=\"2027-01-11T08:00:00Z\"", page, StringComparison.Ordinal);
        var receipt = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation);
        Assert.Equal("writing", $"{receipt!["state"]}");
        Assert.Equal("""{"from":"scheduled","publishAtUtc":"2027-01-11T08:00:00Z"}""", receipt["fall"]!.ToJsonString());
    }

    [Fact]
    public async Task Edits_ThatCannotBeRead_StayAsTheyWereTyped()
    {
        var (actor, open) = await OpenAsync();
        using var browser = _site.Browser(actor);

        using var answer = await browser.PostAsync(
            Address(open, "edits"),
            Json(Batch(open, 1, Set("updatedOn", $"{open.Document["updatedOn"]}", "31/02"))),
            Cancellation
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("31/02", (await DocumentAsync(open))["updatedOn"]!.GetValue<string>());
    }

    [Fact]
    public async Task UndoChooseSeenAndNews_OfTwoBrowsers_GoTheirWay()
    {
        var (ana, open) = await OpenAsync();
        var bob = await _site.PersonAsync();
        var tab = Guid.CreateVersion7();
        await Desk.OpenAsync(bob, open.GuideId, tab, Cancellation);
        using var first = _site.Browser(ana);
        using var second = _site.Browser(bob);
        var hook = $"{open.Document["content"]!["hook"]}";
        using var mine = await first.PostAsync(Address(open, "edits"), Json(Batch(open, 1, Set("content.hook", hook, "Venez."))), Cancellation);

        using var theirs = await second.PostAsync(
            Address(open, "edits"),
            Json(Batch(open, 1, Set("content.hook", hook, "Entrez."), tab: tab)),
            Cancellation
        );
        var conflict = (await theirs.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["conflicts"]![0]!;
        using var seen = await second.PostAsync(Address(open, "seen"), Json($$"""{"tabId":"{{tab}}","section":"questions"}"""), Cancellation);
        using var chosen = await second.PostAsync(
            Address(open, "choose"),
            Json($$"""{"tabId":"{{tab}}","number":2,"seen":1,"conflictId":{{conflict["id"]}},"chosen":"mine","stamp":"{{conflict["stamp"]}}"}"""),
            Cancellation
        );
        using var undone = await second.PostAsync(Address(open, "undo"), Json($$"""{"tabId":"{{tab}}","number":3,"seen":2}"""), Cancellation);
        using var redone = await second.PostAsync(Address(open, "redo"), Json($$"""{"tabId":"{{tab}}","number":4,"seen":3}"""), Cancellation);
        var news = await first.GetFromJsonAsync<JsonObject>($"{Address(open, "news")}?since=1&tab={Tab(open)}", Cancellation);

        Assert.All([mine, theirs, chosen, undone, redone], a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(HttpStatusCode.NoContent, seen.StatusCode);
        Assert.Equal("Entrez.", $"{(await DocumentAsync(open))["content"]!["hook"]}");
        Assert.Equal("Entrez.", $"{Assert.Single(news!["edits"]!.AsArray())!["after"]}");
        Assert.Contains(news["present"]!.AsArray(), p => $"{p!["section"]}" == "questions");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?since=1")]
    [InlineData("?tab=x&since=1")]
    [InlineData("?tab=6f1f3f0e-94f5-4f0f-9a3f-3a8f8a2b7c11&since=-1")]
    public async Task News_WithoutTabOrNumber_IsRefusedByAWord(string query)
    {
        var (actor, open) = await OpenAsync();
        using var browser = _site.Browser(actor);

        using var answer = await browser.GetAsync(new Uri(Address(open, "news") + query, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("malformed", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_WithoutTokenOrSignIn_AreRefusedByAWord()
    {
        var (actor, open) = await OpenAsync();
        using var signedOut = _site.Browser(null);
        using var withoutToken = _site.Browser(actor, withToken: false);
        var body = Batch(open, 1, Set("content.hook", "", "x"));

        using var first = await signedOut.PostAsync(Address(open, "edits"), Json(body), Cancellation);
        using var second = await withoutToken.PostAsync(Address(open, "edits"), Json(body), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, first.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "badToken"), (second.StatusCode, await WordAsync(second)));
        Assert.Equal(0, await SequenceAsync(open));
    }

    [Fact]
    public async Task Edits_AfterTheRightWasRevoked_AreRefused()
    {
        var (actor, open) = await OpenAsync();
        using var browser = _site.Browser(actor);
        await using (var context = _site.Store())
        {
            (await context.Accounts.SingleAsync(a => a.Id == actor.AccountId, Cancellation)).SecurityStamp = "another";
            await context.SaveChangesAsync(Cancellation);
        }

        using var answer = await browser.PostAsync(Address(open, "edits"), Json(Batch(open, 1, Set("content.hook", "", "x"))), Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, "notAllowed"), (answer.StatusCode, await WordAsync(answer)));
        Assert.Equal(0, await SequenceAsync(open));
    }

    public static TheoryData<string, HttpStatusCode, string> Hostile =>
        new()
        {
            { "", HttpStatusCode.BadRequest, "malformed" },
            { "{", HttpStatusCode.BadRequest, "malformed" },
            { "null", HttpStatusCode.BadRequest, "malformed" },
            { "[]", HttpStatusCode.BadRequest, "malformed" },
            { """{"tabId":"TAB","first":1,"seen":0}""", HttpStatusCode.BadRequest, "malformed" },
            { """{"tabId":"TAB","first":1,"seen":0,"changes":null}""", HttpStatusCode.BadRequest, "malformed" },
            { """{"tabId":"TAB","first":1,"seen":0,"changes":[null]}""", HttpStatusCode.BadRequest, "malformed" },
            { """{"tabId":"TAB","first":1,"seen":0,"changes":[],"more":1}""", HttpStatusCode.BadRequest, "malformed" },
            { """{"tabId":"TAB","first":1,"first":1,"seen":0,"changes":[]}""", HttpStatusCode.BadRequest, "malformed" },
            { """{"tabId":"TAB","first":1,"seen":0,"changes":[]}""", HttpStatusCode.BadRequest, "invalid" },
            { """{"tabId":"00000000-0000-0000-0000-000000000000","first":1,"seen":0,"changes":[SET]}""", HttpStatusCode.BadRequest, "invalid" },
            { """{"tabId":"TAB","first":0,"seen":0,"changes":[SET]}""", HttpStatusCode.BadRequest, "invalid" },
            { """{"tabId":"TAB","first":9,"seen":0,"changes":[SET]}""", HttpStatusCode.Conflict, "stale" },
            { One("""{"kind":"set","path":"content.none","after":"x"}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"set","path":"content.faq","after":"x"}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"set","path":"content.faq.a..b","after":"x"}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"set","path":"content.hook","after":{"a":1}}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"set","path":"content.hook","after":12}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"insert","path":"content.faq","after":{"unknown":"x"}}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"insert","path":"content.faq","after":{"$id":"a.b"}}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"remove","path":"content"}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":"move","path":"content.hook"}"""), HttpStatusCode.BadRequest, "invalid" },
            { One("""{"kind":7,"path":"content.hook"}"""), HttpStatusCode.BadRequest, "malformed" },
            { One($$"""{"kind":"set","path":"{{new string('a', 5000)}}","after":"x"}"""), HttpStatusCode.BadRequest, "invalid" },
            {
                One($$"""{"kind":"insert","path":"content.faq","after":{{new string('[', 40)}}{{new string(']', 40)}}}"""),
                HttpStatusCode.BadRequest,
                "malformed"
            },
            {
                One($$$"""{"kind":"insert","path":"content.faq","after":{"answer":[{{{string.Join(',', Enumerable.Repeat("\"x\"", 10_000))}}}]}}"""),
                HttpStatusCode.RequestEntityTooLarge,
                "tooLarge"
            },
            {
                One(string.Join(',', Enumerable.Repeat("""{"kind":"insert","path":"content.pros","after":"x"}""", 10_000))),
                HttpStatusCode.RequestEntityTooLarge,
                "tooLarge"
            },
            {
                One($$"""{"kind":"set","path":"content.hook","after":"{{new string('x', 1024 * 1024)}}"}"""),
                HttpStatusCode.RequestEntityTooLarge,
                "tooLarge"
            },
        };

    [Fact]
    public async Task Edits_ThatAreHostile_ChangeNothingAndAreAnsweredByAWord()
    {
        var (actor, open) = await OpenAsync();
        using var browser = _site.Browser(actor);
        foreach (var (body, status, word) in Hostile.Select(h => h.Data))
        {
            var sent = body.Replace("TAB", $"{Tab(open)}", StringComparison.Ordinal)
                .Replace("SET", Set("content.tagline", $"{open.Document["content"]!["tagline"]}", "x"), StringComparison.Ordinal);
            using var answer = await browser.PostAsync(Address(open, "edits"), Json(sent), Cancellation);

            Assert.Equal((status, word), (answer.StatusCode, await WordAsync(answer)));
        }

        Assert.Equal(0, await SequenceAsync(open));
        Assert.True(JsonNode.DeepEquals(open.Document, await DocumentAsync(open)));
    }

    [Fact]
    public async Task Edits_WithControlCharactersMarksAndHalvesOfCharacters_AreCleaned()
    {
        var (actor, open) = await OpenAsync();
        using var browser = _site.Browser(actor);
        var hook = System.Text.Json.JsonSerializer.Serialize($"{open.Document["content"]!["hook"]}");

        using var answer = await browser.PostAsync(
            Address(open, "edits"),
            Json(
                Batch(
                    open,
                    1,
                    $$"""{"kind":"set","path":"content.hook","before":{{hook}},"""
                        + @"""after"":""\ud83d\ude00\ud83da\u0000b\u001b\r\nc\u202Ed\u2066e\te\u0301<script>""}",
                    $$"""{"kind":"set","path":"content.tagline","before":null,"after":"\ud800"}"""
                )
            ),
            Cancellation
        );

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("\U0001F600\uFFFDab\ncde\t\u00E9<script>", $"{(await DocumentAsync(open))["content"]!["hook"]}");
    }

    [Fact]
    public async Task Edits_FasterThanAnybodyTypes_HaveToWait()
    {
        using var site = new SignedInSite(("RateLimits:DraftRequestsPerMinute", "20"));
        using var browser = site.Browser(await site.PersonAsync());
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 200; n++)
        {
            using var answer = await browser.PostAsync("/espace/api/drafts/1/seen", Json("{}"), Cancellation);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.NotNull(answer.Headers.RetryAfter);
                break;
            }
        }

        Assert.True(statuses.Count > 20);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    private DraftDesk Desk => _site.Services.GetRequiredService<DraftDesk>();

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<OpenDraft, object> Tabs = [];

    private async Task<(Actor Actor, OpenDraft Open)> OpenAsync()
    {
        var actor = await _site.PersonAsync();
        await using var context = _site.Store();
        var guide = await context
            .Guides.Where(g => g.Kind == GuideKind.Complete && g.Language == "fr" && g.PublishedRevisionId != null)
            .OrderBy(g => g.Id)
            .Select(g => g.Id)
            .FirstAsync(Cancellation);
        var tab = Guid.CreateVersion7();
        var open = (await Desk.OpenAsync(actor, guide, tab, Cancellation)).Value!;
        Tabs.Add(open, tab);
        return (actor, open);
    }

    private static Guid Tab(OpenDraft open) => Tabs.TryGetValue(open, out var tab) ? (Guid)tab : default;

    private static string Address(OpenDraft open, string what) => $"/espace/api/drafts/{open.GuideId}/{what}";

    private static string ItemOf(OpenDraft open, string list) => open.Document["content"]![list]![0]!["$id"]!.GetValue<string>();

    private static string Set(string path, string before, string after) =>
        new JsonObject
        {
            ["kind"] = "set",
            ["path"] = path,
            ["before"] = before,
            ["after"] = after,
        }.ToJsonString();

    private static string One(string change) => $$"""{"tabId":"TAB","first":1,"seen":0,"changes":[{{change}}]}""";

    private static string Batch(OpenDraft open, long first, string change, string? second = null, Guid? tab = null) =>
        $$"""{"tabId":"{{tab ?? Tab(open)}}","first":{{first}},"seen":0,"changes":[{{Both(change, second)}}]}""";

    private static string Shown(decimal amount) => amount.ToString(System.Globalization.CultureInfo.GetCultureInfo("fr-BE"));

    private static string Both(string change, string? second) => second is null ? change : $"{change},{second}";

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<string?> WordAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))?["error"]?.GetValue<string>();

    private async Task<JsonObject> DocumentAsync(OpenDraft open)
    {
        await using var context = _site.Store();
        return JsonNode.Parse((await context.Drafts.SingleAsync(d => d.GuideId == open.GuideId, Cancellation)).Document)!.AsObject();
    }

    private async Task<long> SequenceAsync(OpenDraft open)
    {
        await using var context = _site.Store();
        return (await context.Drafts.SingleAsync(d => d.GuideId == open.GuideId, Cancellation)).Sequence;
    }
}
