using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Hosting;

public sealed class PageCacheTests(PublicPages site)
{
    private const string Guide = "/metiers/annotateur-de-donnees-ia";

    private static int _hosts;

    [Theory]
    [InlineData("/")]
    [InlineData("/metiers")]
    [InlineData("/metiers?lettre=A")]
    [InlineData(Guide)]
    [InlineData("/nl" + Guide)]
    [InlineData("/quiz")]
    [InlineData("/centres")]
    public async Task SharedPage_AskedForAgain_ComesFromTheCacheWithoutACookie(string address)
    {
        var client = site.Portal.CreateClient();
        using var first = await GetAsync(client, address);

        using var second = await GetAsync(client, address);

        Assert.NotNull(second.Headers.Age);
        Assert.False(first.Headers.Contains("Set-Cookie") || second.Headers.Contains("Set-Cookie"));
        Assert.Equal(await TextAsync(first), await TextAsync(second));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task SharedPage_AskedForCompressed_IsKeptCompressed(string encoding)
    {
        var client = site.Portal.CreateClient();
        var plain = await client.GetByteArrayAsync(new Uri(Guide, UriKind.Relative), TestContext.Current.CancellationToken);
        using var first = await GetAsync(client, Guide, encoding);

        using var second = await GetAsync(client, Guide, encoding);

        Assert.NotNull(second.Headers.Age);
        Assert.Equal([encoding], second.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", second.Headers.Vary);
        var bytes = await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(bytes.Length, 1000, plain.Length / 3);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*;q=0")]
    [InlineData("br;q=0")]
    [InlineData("br;q=0, gzip")]
    [InlineData("gzip;q=0, br;q=0, identity")]
    [InlineData("gzip;q=0, *")]
    [InlineData("deflate, sbr, xgzip")]
    [InlineData("br;q=nothing, ;;, \"gzip")]
    public async Task SharedPage_FirstAskedForWithAnOddEncoding_IsReadableForEveryoneAfterwards(string odd)
    {
        var client = site.Portal.CreateClient();
        var address = $"/metiers?q={Uri.EscapeDataString(odd)}";

        using var first = await GetAsync(client, address, odd);
        using var browser = await GetAsync(client, address, "gzip, deflate, br, zstd");
        using var old = await GetAsync(client, address, "gzip");
        using var plain = await GetAsync(client, address);

        Assert.Equal(["br"], browser.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], old.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        var text = await UnpackedAsync(plain);
        Assert.Contains("</html>", text, StringComparison.Ordinal);
        Assert.Equal(text, await UnpackedAsync(browser));
        Assert.Equal(text, await UnpackedAsync(old));
        Assert.Equal(text, await UnpackedAsync(first));
    }

    [Theory]
    [InlineData("br;q=0")]
    [InlineData("br;q=0, gzip;q=0")]
    [InlineData("*")]
    public async Task SharedPage_AskedForWithoutBrotli_IsNotAnsweredInIt(string accepted)
    {
        var client = site.Portal.CreateClient();
        using var kept = await GetAsync(client, Guide, "br");

        using var answer = await GetAsync(client, Guide, accepted);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task SharedPage_WithUnknownQueryKeys_IsMadeForThatRequestAndRepeatsNothing()
    {
        var client = site.Portal.CreateClient();
        using var first = await GetAsync(client, Guide);

        using var second = await GetAsync(client, Guide + "?utm_source=zzqqzz&page=2&q=%3Cscript%3Ezzqqzz");

        Assert.Null(second.Headers.Age);
        Assert.DoesNotContain("zzqqzz", await TextAsync(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/metiers")]
    [InlineData("/metiers?Q=scan")]
    [InlineData("/quiz/annotateur-de-donnees-ia")]
    [InlineData("/metiers/astronaute")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/css/site.css")]
    public async Task CompressibleAnswer_PackedOrPlain_SaysThatItVaries(string address)
    {
        var client = site.Portal.CreateClient();

        foreach (var encoding in new[] { null, "identity", "gzip", "br" })
        {
            using var cold = await GetAsync(client, address, encoding);
            using var warm = await GetAsync(client, address, encoding);

            Assert.Equal(["Accept-Encoding"], cold.Headers.Vary);
            Assert.Equal(["Accept-Encoding"], warm.Headers.Vary);
        }
    }

    [Fact]
    public async Task KeptPage_NotChanged_SaysThatItVaries()
    {
        var client = site.Portal.CreateClient();
        using var first = await GetAsync(client, Guide);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Guide, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/metiers", "/METIERS")]
    [InlineData("/metiers", "/Metiers")]
    [InlineData("/nl/metiers", "/NL/metiers")]
    [InlineData(Guide, "/metiers/Annotateur-de-donnees-ia")]
    [InlineData(Guide, "/METIERS/annotateur-de-donnees-ia")]
    [InlineData("/centres/forem", "/Centres/FOREM")]
    [InlineData("/centres/forem", "/centres/FOREM")]
    public async Task AddressInCapitals_ColdOrWarm_IsAnsweredAlikeAndChangesNoOther(string address, string capitals)
    {
        var client = site.Portal.CreateClient();
        var number = Interlocked.Increment(ref _hosts);
        using var coldCapitals = await GetAsync(client, $"http://a{number}.example{capitals}");
        using var afterCapitals = await GetAsync(client, $"http://a{number}.example{address}");
        using var first = await GetAsync(client, $"http://b{number}.example{address}");
        using var warmCapitals = await GetAsync(client, $"http://b{number}.example{capitals}");
        using var hostCapitals = await GetAsync(client, $"http://c{number}.example{address}", host: $"C{number}.EXAMPLE");
        using var afterHost = await GetAsync(client, $"http://c{number}.example{address}");

        Assert.Equal(coldCapitals.StatusCode, warmCapitals.StatusCode);
        var own = await UnpackedAsync(first);
        Assert.Equal(Without(await UnpackedAsync(coldCapitals)), Without(await UnpackedAsync(warmCapitals)));
        Assert.Equal(Without(own), Without(await UnpackedAsync(afterCapitals)));
        Assert.Equal(Without(own), Without(await UnpackedAsync(afterHost)));

        string Without(string text) => Regex.Replace(text, $@"http://[abc]{number}\.example", "");
    }

    [Fact]
    public async Task Estimate_AskedForAgain_IsMadeAnew()
    {
        var client = site.Portal.CreateClient();
        const string Address = "/metiers/micro-taches-ia?heures=12&tarif=7&semaines=4&devise=EUR";
        using var first = await GetAsync(client, Address);

        using var second = await GetAsync(client, Address);
        using var plain = await GetAsync(client, "/metiers/micro-taches-ia");

        Assert.Null(second.Headers.Age);
        Assert.Contains("336", await TextAsync(second), StringComparison.Ordinal);
        Assert.NotEqual(await TextAsync(second), await TextAsync(plain));
    }

    [Theory]
    [InlineData("/quiz/annotateur-de-donnees-ia")]
    [InlineData("/quiz/reprendre")]
    [InlineData("/quiz/efface")]
    [InlineData("/metiers/astronaute")]
    public async Task PageWithAFormOrAFailure_AskedForAgain_IsNotStored(string address)
    {
        var client = site.Portal.CreateClient();
        using var first = await GetAsync(client, address);

        using var second = await GetAsync(client, address);

        Assert.Null(second.Headers.Age);
        Assert.True(
            second.Headers.CacheControl?.NoStore == true || second.StatusCode == HttpStatusCode.NotFound && second.Headers.CacheControl is null,
            $"{address}: {second.Headers.CacheControl}"
        );
    }

    [Fact]
    public async Task ChangedGuide_OnceImported_IsShownWithinTwoSeconds()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var client = portal.CreateClient();
        using var before = await GetAsync(client, Guide);
        using var kept = await GetAsync(client, Guide);
        Assert.NotNull(kept.Headers.Age);

        await portal.ImportChangedAsync("annotateur-de-donnees-ia", g => g with { Content = g.Content with { Tagline = "Une phrase toute neuve" } });
        time.Advance(TimeSpan.FromSeconds(2));
        using var after = await GetAsync(client, Guide);

        Assert.Null(after.Headers.Age);
        Assert.DoesNotContain("Une phrase toute neuve", await TextAsync(before), StringComparison.Ordinal);
        Assert.Contains("Une phrase toute neuve", await TextAsync(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesUnderTheirHash_Served_StayForAYear()
    {
        var client = site.Portal.CreateClient();

        foreach (var address in site["/"].All("link[rel=stylesheet],script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            using var response = await GetAsync(client, address);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl?.MaxAge >= TimeSpan.FromDays(365), $"{address}: {response.Headers.CacheControl}");
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string? encoding = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        request.Headers.Host = host;
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The page's text without its comments: one of them is sealed anew for every answer.</summary>
    private static async Task<string> UnpackedAsync(HttpResponseMessage response)
    {
        var packed = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var text = new StreamReader(
            response.Content.Headers.ContentEncoding.SingleOrDefault() switch
            {
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                "gzip" => new GZipStream(packed, CompressionMode.Decompress),
                _ => packed,
            }
        );
        return Regex.Replace(await text.ReadToEndAsync(TestContext.Current.CancellationToken), "<!--.*?-->", "");
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
