using System.Net;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Link checkers and monitors ask for the headers alone.</summary>
public sealed class HeadRequestTests(PublicPages site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nl/metiers")]
    [InlineData("/metiers/annotateur-de-donnees-ia")]
    [InlineData("/metiers/astronaute")]
    [InlineData("/quiz/annotateur-de-donnees-ia")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/css/site.css")]
    [InlineData("/health/live")]
    [InlineData("/fr/metiers")]
    public Task Head_OfAnAddress_AnswersAsGetDoesWithoutABody(string address) => SameAsGetAsync(address);

    [Fact]
    public Task Head_OfTheTheme_AnswersAsGetDoesWithoutABody() =>
        SameAsGetAsync(
            site["/"].All("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Single(h => h.StartsWith("/theme.", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task Head_OfAPageNotYetKept_LeavesNoEmptyPageInTheCache(string? encoding)
    {
        var client = site.Portal.CreateClient();
        var address = $"/metiers?lettre=avant{encoding}";

        using var head = await SendAsync(client, HttpMethod.Head, address, encoding);
        using var page = await SendAsync(client, HttpMethod.Get, address, encoding);
        using var again = await SendAsync(client, HttpMethod.Head, address, encoding);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True((await page.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 1000);
        Assert.NotNull(again.Headers.Age);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(page.Content.Headers.ContentEncoding, again.Content.Headers.ContentEncoding);
    }

    private async Task SameAsGetAsync(string address)
    {
        var client = site.Portal.CreateClient(new() { AllowAutoRedirect = false });
        using var get = await SendAsync(client, HttpMethod.Get, address);

        using var head = await SendAsync(client, HttpMethod.Head, address);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        // The page cache writes some words of headers in its own case.
        Assert.Equal(Named(get), Named(head), StringComparer.OrdinalIgnoreCase);
    }

    private static List<string> Named(HttpResponseMessage response) =>
        [
            .. response
                .Headers.Concat(response.Content.Headers)
                .Where(h => h.Key is not ("Age" or "Date" or "Set-Cookie" or "Content-Length" or "Transfer-Encoding"))
                .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? encoding = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
