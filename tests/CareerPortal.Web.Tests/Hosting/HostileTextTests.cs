using System.Net;
using CareerPortal.Guides;
using CareerPortal.Testing;
using CareerPortal.Testing.Attack;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Text and addresses that nobody types: the site reads them as well as it can, and never fails on them.</summary>
[Slow]
public sealed class HostileTextTests(PublicPages site)
{
    [Theory]
    [InlineData("/metiers?q=%EF%BF%BE")]
    [InlineData("/metiers?q=%EF%BF%BF%EF%B7%90")]
    [InlineData("/metiers?q=%F0%9F%BF%BE")]
    [InlineData("/metiers?q=%ED%A0%80")]
    [InlineData("/metiers?q=a%00b%1B%7F")]
    [InlineData("/metiers?q=%E2%80%AEmetier")]
    [InlineData("/metiers?lettre=%EF%BF%BE")]
    [InlineData("/metiers/%EF%BF%BE")]
    [InlineData("/quiz/%EF%BF%BE")]
    [InlineData("/nl/centres/%EF%BF%BE%01")]
    [InlineData("/metiers/annotateur-de-donnees-ia?heures=%EF%BF%BE")]
    public async Task Get_WithTextThatNobodyTypes_NeverFails(string address)
    {
        using var response = await site.Portal.CreateClient().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True((int)response.StatusCode < 500, $"{address}: {response.StatusCode}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Search_LongerThanItMayBe_IsCutBetweenCharacters(int before)
    {
        var typed = new string('a', before) + string.Concat(Enumerable.Repeat("\U0001F600", GuideQuery.TextMaxLength));

        var page = await site.Portal.CreateClient().PageAsync("/metiers?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var kept = page.Document.QuerySelector("#q")!.GetAttribute("value")!;
        Assert.InRange(kept.Length, GuideQuery.TextMaxLength - 1, GuideQuery.TextMaxLength);
        Assert.StartsWith(kept, typed, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(kept[^1]));
    }

    [Theory]
    [InlineData("/fr/%2500")]
    [InlineData("/fr/%252e%252e/%2500?q=%2500")]
    [InlineData("/%2500")]
    [InlineData("/nl/%25EF%25BF%25BE")]
    public async Task Address_EscapedTwice_NeverFails(string address)
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();

        var answer = await RawHttp.SendAsync(server, $"GET {address} HTTP/1.1\nHost: localhost", cancellation: TestContext.Current.CancellationToken);

        Assert.InRange(answer!.Status, 200, 499);
        if (answer.Header("Location") is { } location)
        {
            var next = await RawHttp.SendAsync(
                server,
                $"GET {location} HTTP/1.1\nHost: localhost",
                cancellation: TestContext.Current.CancellationToken
            );
            Assert.Equal(404, next!.Status);
        }
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/%5Celsewhere.example")]
    [InlineData("/nl//elsewhere.example")]
    [InlineData("/%2500")]
    public async Task Form_PostedToThePathOfAnotherSite_IsRefusedAndLeadsNowhere(string path)
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();

        var answer = await RawHttp.SendAsync(
            server,
            $"POST {path} HTTP/1.1\nHost: localhost\nContent-Type: multipart/form-data\nContent-Length: 3",
            "a=b"u8.ToArray(),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((400, null), (answer!.Status, answer.Header("Location")));
    }

    [Fact]
    public async Task Host_EmptyOrOdd_IsRefusedInOneShortAnswer()
    {
        string[] odd =
        [
            "",
            " ",
            ":",
            ":80",
            "a:b",
            "a:99999",
            "a:0",
            "[::1",
            "[]",
            "a b",
            "exa%mple",
            "-",
            "...",
            "a..b",
            "\u00E9",
            "a,b",
            "a@b",
            "1.2.3.4.5.6:7:8",
            new string('a', 300),
            "xn--a",
        ];
        await using var portal = new PortalFactory();
        var server = portal.Listen();

        var answers = new List<(string Host, string Path, RawAnswer? Answer)>();
        foreach (var host in odd)
        {
            foreach (var path in new[] { "/", "/metiers", "/quiz/annotateur-de-donnees-ia", "/sitemap.xml", "/absent", "/health/absent" })
            {
                answers.Add(
                    (
                        host,
                        path,
                        await RawHttp.SendAsync(server, $"GET {path} HTTP/1.1\nHost: {host}", cancellation: TestContext.Current.CancellationToken)
                    )
                );
            }
        }

        Faults.None(answers.Where(a => a.Answer is null or { Status: >= 500 }).Select(a => $"Host « {a.Host} » at {a.Path}: {a.Answer?.Status}"));
        Assert.All(answers.Where(a => a.Host.Length == 0), a => Assert.Equal(400, a.Answer!.Status));
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.0", 200)]
    [InlineData("get /health/live HTTP/1.1\nHost: xn--a", 200)]
    public async Task Health_AskedWithoutAHostOrByAnOddOne_Answers(string request, int status)
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();

        var answer = await RawHttp.SendAsync(server, request, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(status, answer!.Status);
    }
}
