using System.Net;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Islands;

/// <summary>What a page with an interactive part has, and no other page.</summary>
public sealed class IslandTests(IslandSite site) : IClassFixture<IslandSite>
{
    [Theory]
    [InlineData("/ile", "/")]
    [InlineData("/nl/ile", "/nl/")]
    public async Task Page_WithAnIsland_HasItsScriptAndABaseInItsLanguage(string address, string expected)
    {
        var page = await site.Client.PageAsync(address);

        Assert.Equal(expected, page.All("head base").Single().GetAttribute("href"));
        Assert.Equal("false", page.Document.Body!.GetAttribute("data-enhance-nav"));
        Assert.Single(page.All("script[src*='blazor.web']"));
    }

    [Fact]
    public async Task Script_OfAPageWithAnIsland_IsThere()
    {
        var page = await site.Client.PageAsync("/ile");

        using var script = await site.Client.GetAsync(
            new Uri(page.All("script[src*='blazor.web']").Single().GetAttribute("src")!, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [Fact]
    public async Task Page_WithoutAnIsland_HasNoneOfIt()
    {
        var page = await site.Client.PageAsync("/nl/terre");

        Assert.Equal("Terre", page.All("h1").Single().TextContent);
        Assert.Empty(page.All("base"));
        Assert.Empty(page.All("script[src*='blazor']"));
        Assert.False(page.Document.Body!.HasAttribute("data-enhance-nav"));
        Assert.False(
            page.Headers.Contains("Set-Cookie") && page.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("passage=", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Policy_OfAPageWithAnIsland_AllowsWhatItNeedsAndNoMore()
    {
        var (plain, island) = (Policy(await site.Client.PageAsync("/terre")), Policy(await site.Client.PageAsync("/ile")));

        Assert.Equal(
            ["base-uri 'self'", "connect-src 'self'", "img-src 'self' data:", "style-src-attr 'unsafe-inline'"],
            island.Except(plain).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["base-uri 'none'", "img-src 'self'"], plain.Except(island).Order(StringComparer.Ordinal));
        Assert.Contains("script-src 'self'", island);
        Assert.Contains("style-src 'self'", island);
        Assert.Contains("frame-ancestors 'none'", island);
    }

    [Theory]
    [InlineData("/terre")]
    [InlineData("/nl/ile")]
    public async Task RefusedForm_OfAPage_LeadsBackToIt(string address)
    {
        using var response = await PostAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(address + "?expire=1", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task RefusedForm_OfWhatIsNoPage_IsAnsweredAsItAnswers()
    {
        using var response = await PostAsync("/programme");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "a word for the program",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RefusedMessage_ToTheHub_IsAnsweredByTheHub()
    {
        var page = await site.Client.PageAsync("/ile");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/_blazor", UriKind.Relative));
        request.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add(
            "Cookie",
            page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("passage=", StringComparison.Ordinal)).Split(';')[0]
        );

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    private async Task<HttpResponseMessage> PostAsync(string address)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "none" });
        return await site.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static string[] Policy(SitePage page) =>
        page.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
