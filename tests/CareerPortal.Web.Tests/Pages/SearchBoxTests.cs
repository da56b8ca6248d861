using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CareerPortal.Web.Tests.Api;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The one search box: what it answers besides occupations, and what it suggests while somebody types.</summary>
public sealed class SearchBoxTests(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Address = "/metiers/suggestions";
    private const int Most = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("forem%20namur", "/orientation/forem")]
    [InlineData("5590", "/centres/technobel")]
    [InlineData("bruxelles%20formation", "/centres/bruxelles-formation")]
    public async Task Search_ForACentreOrAService_ShowsItBeforeTheOccupations(string typed, string address)
    {
        foreach (var prefix in new[] { "", "/nl", "/de", "/en" })
        {
            var page = await site.Client.PageAsync($"{prefix}/metiers?q={typed}");

            var group = Assert.Single(page.All(".found-places"));
            Assert.Equal(prefix + address, group.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains($"({group.QuerySelectorAll("li").Length})", group.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
            Assert.True(group.CompareDocumentPosition(page.Main.QuerySelector(".card-grid, .nothing-found")!).HasFlag(DocumentPositions.Following));
        }
    }

    [Fact]
    public async Task Search_ForAWordOfACentresName_LeavesTheFirstPlaceToOccupations()
    {
        var page = await site.Client.PageAsync("/metiers?q=formation");

        var group = Assert.Single(page.All(".found-places"));
        Assert.True(group.CompareDocumentPosition(page.Main.QuerySelector(".card-grid")!).HasFlag(DocumentPositions.Preceding));
    }

    [Fact]
    public async Task Search_ThatFindsACentreAndNoOccupation_SaysWhatIsMissing()
    {
        var page = await site.Client.PageAsync("/metiers?q=5590");

        var headings = page.Main.QuerySelectorAll("h2").Select(h => Wording.Plain(h.TextContent)).ToList();
        Assert.Contains(Wording.Plain(site.Portal.Text("SearchBox.NoOccupation", "fr", "5590")), headings);
        Assert.DoesNotContain(Wording.Plain(site.Portal.Text("Guides.UnknownHeading", "fr", "5590")), headings);
    }

    [Theory]
    [InlineData("q=boulanger")]
    [InlineData("q=5590&domaine=A")]
    [InlineData("q=formation&page=2")]
    [InlineData("")]
    public async Task Search_ForOccupationsOrWithFilters_ShowsNoCentres(string query)
    {
        var page = await site.Client.PageAsync($"/metiers?{query}");

        Assert.Empty(page.All(".found-places"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nl/metiers")]
    public async Task Box_OfAPage_AsksInItsLanguageWithASmallScript(string address)
    {
        var page = await site.Client.PageAsync(address);

        var form = page.Document.GetElementById("recherche")!;
        var script = page.All("script[src*='suggest']").Single().GetAttribute("src")!;
        var code = await site.Client.GetByteArrayAsync(new Uri(script, UriKind.Relative), Cancellation);
        Assert.Equal((address == "/" ? "" : "/nl") + Address, form.GetAttribute("data-hints"));
        Assert.Equal(site.Portal.Text("SearchBox.List", page.Language), form.GetAttribute("data-hints-label"));
        Assert.InRange(code.Length, 1, 4_600);
        Assert.Contains("connect-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/centres")]
    [InlineData("/quiz")]
    [InlineData("/metiers/astronaute-lunaire")]
    public async Task Page_WithoutSuggestions_MayAskNothing(string address)
    {
        var page = await site.Client.PageAsync(address);

        Assert.Empty(page.All("script[src*='suggest'], [data-hints]"));
        Assert.DoesNotContain("connect-src", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_ForABeginning_AreOccupationsBySmallestNameThenCentres()
    {
        var answer = await site.ReadAsync($"{Address}?q=form");

        var items = Items(answer);
        var kinds = items.Select(i => i.GetProperty("href").GetString()!.Split('/')[1]).ToList();
        Assert.Equal(Most, items.Count);
        Assert.Equal(kinds.OrderBy(k => k != "metiers"), kinds);
        Assert.Contains(kinds, k => k == "centres");
        Assert.Equal(Wording.Plain(site.Portal.Text("SearchBox.Many", "fr", Most)), Wording.Plain(answer.GetProperty("said").GetString()!));
        Assert.All(items, i => Assert.NotEmpty(i.GetProperty("name").GetString()!));
    }

    [Theory]
    [InlineData("boulang", "/metiers/boulanger")]
    [InlineData("Boulangère", "/metiers/boulanger")]
    [InlineData("annotatrice donn", "/metiers/annotateur-de-donnees-ia")]
    public async Task Suggestions_ForAnOccupation_BeginWithItsPage(string typed, string address)
    {
        var first = Items(await site.ReadAsync($"{Address}?q={Uri.EscapeDataString(typed)}"))[0];

        using var page = await site.AskAsync(first.GetProperty("href").GetString()!);
        Assert.Equal(address, first.GetProperty("href").GetString());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(first.TryGetProperty("lang", out _));
    }

    [Fact]
    public async Task Suggestions_InAnotherLanguage_AreFoundByItsWordsAndLeadToItsPages()
    {
        using var answer = await site.AskAsync($"/nl{Address}?q=bakker", ("Accept-Language", "fr"));

        var items = Items(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal("nl", Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.StartsWith("/nl/", i.GetProperty("href").GetString(), StringComparison.Ordinal));
        Assert.Contains(
            items,
            i => i.GetProperty("lang").GetString() == "fr" && i.GetProperty("also").GetString()!.Contains("bakker", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Suggestions_AskedAgain_AreNotSentAgainAndKeptByNobodyElse()
    {
        using var first = await site.AskAsync($"{Address}?q=boul");
        var tag = first.Headers.ETag!.ToString();

        using var again = await site.AskAsync($"{Address}?q=boul", ("If-None-Match", tag));
        using var dutch = await site.AskAsync($"/nl{Address}?q=boul", ("If-None-Match", tag));

        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", Assert.Single(first.Headers.GetValues("X-Robots-Tag")));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, dutch.StatusCode);
        Assert.Contains($"Disallow: /nl{Address}\n", await site.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=b")]
    [InlineData("?q=%20%20%20")]
    [InlineData("?q=xylqz")]
    [InlineData("?q=%00%01%ff%fe")]
    [InlineData("?q=%ed%a0%80")]
    [InlineData("?q=..%2F..%2Fetc%2Fpasswd")]
    [InlineData("?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?q='%20or%201=1%20--")]
    [InlineData("?q=zz&q=yy")]
    [InlineData("?Q=zz&other=1")]
    public async Task Suggestions_ForNothingOrNonsense_AreNone(string query)
    {
        var answer = await site.ReadAsync(Address + query);

        Assert.Empty(Items(answer));
        Assert.Equal("", answer.GetProperty("said").GetString());
    }

    [Fact]
    public async Task Suggestions_ForAVeryLongText_ReadItsBeginningAlone()
    {
        var (nearly, full) = (string.Concat(Enumerable.Repeat("boulanger+", 9)), string.Concat(Enumerable.Repeat("boulanger+", 10)));

        Assert.Empty(Items(await site.ReadAsync($"{Address}?q={nearly}xylophone")));
        Assert.NotEmpty(Items(await site.ReadAsync($"{Address}?q={full}xylophone")));
    }

    [Fact]
    public async Task Suggestions_AskedTooOften_SayWhenToComeBack()
    {
        await using var portal = new PortalFactory { Settings = { ["RateLimits:SuggestionsPerMinute"] = "2" } };
        var client = portal.CreateClient();
        for (var allowed = 0; allowed < 2; allowed++)
        {
            using var answer = await client.GetAsync(new Uri(Address, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await client.GetAsync(new Uri(Address, UriKind.Relative), Cancellation);
        using var page = await client.GetAsync(new Uri("/metiers?q=annotateur", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Occupations_SearchedByPrograms_AreWhatTheSiteFindsInItsOrder()
    {
        var answer = await site.ReadAsync("/api/v1/occupations?q=boulang%C3%A8re&pageSize=100");

        var page = await site.Client.PageAsync("/metiers?q=boulang%C3%A8re");
        var slugs = page.All(".card-grid h2 a").Select(a => a.GetAttribute("href")).ToList();
        var items = Items(answer);
        Assert.Equal(answer.GetProperty("total").GetInt32(), items.Count);
        Assert.NotEmpty(slugs);
        Assert.Equal(slugs, items.Take(slugs.Count).Select(i => "/metiers/" + i.GetProperty("slug").GetString()));
        Assert.Single(Items(await site.ReadAsync("/api/v1/occupations?q=boulanger&pageSize=1")));
        Assert.Equal(0, (await site.ReadAsync("/api/v1/occupations?q=xylophonezz")).GetProperty("total").GetInt32());
        var inField = await site.ReadAsync("/api/v1/occupations?q=boulang%C3%A8re&field=D");
        Assert.InRange(inField.GetProperty("total").GetInt32(), 1, items.Count);
        Assert.All(Items(inField), i => Assert.Equal("D", i.GetProperty("field").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Guides_SearchedByPrograms_BeginWithTheNearest()
    {
        var answer = await site.ReadAsync("/api/v1/guides?q=annotatrices");

        Assert.Equal("annotateur-de-donnees-ia", Items(answer)[0].GetProperty("slug").GetString());
        Assert.InRange(answer.GetProperty("total").GetInt32(), 1, 17);
        Assert.Equal(0, (await site.ReadAsync("/api/v1/guides?q=xylophonezz")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Search_OfPrograms_IsDescribed()
    {
        var document = await site.ReadAsync("/api/v1/openapi.json");

        foreach (var path in new[] { "/api/v1/occupations", "/api/v1/guides" })
        {
            var parameters = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters");
            Assert.Contains(parameters.EnumerateArray(), p => p.GetProperty("name").GetString() == "q" && p.TryGetProperty("description", out _));
        }
    }

    private static List<JsonElement> Items(JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray()];
}
