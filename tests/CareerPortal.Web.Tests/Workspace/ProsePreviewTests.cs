using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using CareerPortal.Accounts;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>A long text as its readers will get it, while somebody writes it.</summary>
public sealed class ProsePreviewTests : IDisposable
{
    private const string Address = "/espace/api/prose";

    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(AccountRole.Author)]
    [InlineData(AccountRole.Reviewer)]
    [InlineData(AccountRole.Administrator)]
    public async Task Preview_ForWhoeverWrites_IsWhatReadersGetAndNothingAround(AccountRole role)
    {
        using var browser = _site.Browser(await _site.PersonAsync(role), role);

        using var answer = await AskAsync(browser, "**Attention** : c'est *long*.\n- [Unia](https://www.unia.be/)");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(
            "<p><strong>Attention</strong>\u00A0: c’est <em>long</em>.</p>"
                + "<ul><li><a href=\"https://www.unia.be/\" rel=\"noopener\">Unia</a></li></ul>",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation))
        );
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("**<img src=x onerror=alert(1)>**")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/a\" onclick=\"alert(1))")]
    [InlineData("</p><iframe src=/espace></iframe>")]
    public async Task Preview_OfAHostileText_IsWords(string text)
    {
        using var browser = _site.Browser(await _site.PersonAsync());

        using var answer = await AskAsync(browser, text);

        var body = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation)).Body!;
        Assert.All(body.QuerySelectorAll("*"), e => Assert.Contains(e.LocalName, new[] { "p", "strong", "em" }));
        Assert.All(body.QuerySelectorAll("*"), e => Assert.Empty(e.Attributes));
    }

    [Fact]
    public async Task Preview_InAnotherLanguage_IsSetAsThatLanguageIs()
    {
        using var browser = _site.Browser(await _site.PersonAsync());

        using var answer = await AskAsync(browser, "Zie: [hier](/metiers/x)", "nl");

        Assert.Equal("<p>Zie: <a href=\"/nl/metiers/x\">hier</a></p>", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Preview_WithoutSignInOrToken_IsRefusedByAWord()
    {
        using var signedOut = _site.Browser(null);
        using var withoutToken = _site.Browser(await _site.PersonAsync(), withToken: false);

        using var first = await AskAsync(signedOut, "x");
        using var second = await AskAsync(withoutToken, "x");

        Assert.Equal(HttpStatusCode.Unauthorized, first.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "badToken"), (second.StatusCode, await WordAsync(second)));
    }

    [Theory]
    [InlineData("""{"text":"x","language":"xx"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"text":null,"language":"fr"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"text":"x"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"text":"x","language":"fr","more":1}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("", HttpStatusCode.BadRequest, "malformed")]
    public async Task Preview_OfWhatIsNoQuestion_IsRefusedByAWord(string body, HttpStatusCode status, string word)
    {
        using var browser = _site.Browser(await _site.PersonAsync());

        using var answer = await browser.PostAsync(Address, new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal((status, word), (answer.StatusCode, await WordAsync(answer)));
    }

    [Fact]
    public async Task Preview_OfTooLongAText_IsRefusedByAWord()
    {
        using var browser = _site.Browser(await _site.PersonAsync());

        using var answer = await AskAsync(browser, new string('a', 70_000));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "tooLarge"), (answer.StatusCode, await WordAsync(answer)));
    }

    [Fact]
    public async Task Preview_AskedForTooOften_HasAMeterOfItsOwnForEachAccount()
    {
        using var site = new SignedInSite(("RateLimits:PreviewsPerMinute", "1"));
        using var browser = site.Browser(await site.PersonAsync());
        using var colleague = site.Browser(await site.PersonAsync());

        using var first = await AskAsync(browser, "x");
        using var second = await AskAsync(browser, "x");
        using var other = await AskAsync(colleague, "x");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, other.StatusCode));
        Assert.Equal("tooOften", await WordAsync(second));
        Assert.NotNull(second.Headers.RetryAfter);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string text, string language = "fr") =>
        browser.PostAsJsonAsync(Address, new { text, language }, Cancellation);

    private static async Task<string?> WordAsync(HttpResponseMessage answer) =>
        $"{(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))?["error"]}";
}
