using System.IO.Compression;
using System.Net;
using System.Text;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Hosting;

[Slow]
public sealed class SecurityTests(PublicPages site)
{
    [Fact]
    public void ContentSecurityPolicy_OfEveryPage_AllowsNothingInlineNorForeign() =>
        site.Each(p =>
        {
            var policy = p.Headers.TryGetValues("Content-Security-Policy", out var values) ? string.Join(';', values) : "";
            var directives = policy
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(d => d.Split(' ', 2))
                .ToDictionary(d => d[0], d => d.ElementAtOrDefault(1) ?? "");
            return
                directives.GetValueOrDefault("default-src") == "'none'"
                && directives.GetValueOrDefault("script-src") == "'self'"
                && directives.GetValueOrDefault("style-src") == "'self'"
                && directives.GetValueOrDefault("frame-ancestors") == "'none'"
                && directives.GetValueOrDefault("form-action") == "'self'"
                && directives.GetValueOrDefault("base-uri") is "'self'" or "'none'"
                && !policy.Contains("unsafe", StringComparison.Ordinal)
                && !policy.Contains("http", StringComparison.Ordinal)
                ? []
                : [$"{p.Address}: {policy}"];
        });

    [Fact]
    public void Headers_OfEveryPage_AreTheStrictOnes() =>
        site.Each(p =>
            from expected in new[]
            {
                ("X-Content-Type-Options", "nosniff"),
                ("X-Frame-Options", "DENY"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Content-Language", p.Language),
            }
            let given = p.Headers.TryGetValues(expected.Item1, out var values) ? string.Join(',', values)
            : expected.Item1 == "Content-Language" ? expected.Item2
            : ""
            where !given.Equals(expected.Item2, StringComparison.OrdinalIgnoreCase)
            select $"{p.Address}: {expected.Item1} is « {given} »"
        );

    [Theory]
    [InlineData("Server")]
    [InlineData("X-Powered-By")]
    public void Headers_OfEveryPage_DoNotNameTheServer(string header) =>
        site.Each(p => p.Headers.Contains(header) ? [$"{p.Address} has {header}"] : []);

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/health/live")]
    [InlineData("/sitemap.xml")]
    [InlineData("/metiers/astronaute")]
    public async Task OtherAnswers_HaveTheHeadersToo(string address)
    {
        using var response = await site.Portal.CreateClient().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.Contains("Content-Security-Policy") || response.Content.Headers.ContentType?.MediaType != "text/html");
    }

    [Fact]
    public async Task Post_WithoutAToken_IsRefusedAndStoresNothing()
    {
        await using var portal = new PortalFactory();
        var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "start" });

        using var response = await client.PostAsync(
            new Uri("/quiz/annotateur-de-donnees-ia", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Redirect, $"{response.StatusCode}");
        Assert.DoesNotContain("session", response.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
        await using var context = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await context.QuizSessions.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Answer_WithoutAToken_IsRefusedAndStoresNothing()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var item = visitor.Item;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "answer",
                ["Posted.Item"] = item,
                ["Posted.Value"] = "5",
                ["Posted.Act"] = "next",
            }
        );

        using var response = await visitor.Client.PostAsync(new Uri(visitor.Path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        await visitor.GoAsync($"/quiz/session/{visitor.Code}");

        Assert.Equal((item, 0), (visitor.Item, visitor.Answered));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task Post_WithAnExpiredToken_LeadsBackToTheFormWithAWord(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await visitor.StartQuizAsync();
        var (item, path) = (visitor.Item, visitor.Path);
        visitor.Main.QuerySelector("input[name=__RequestVerificationToken]")!.SetAttribute("value", "CfDJ8-not-valid-any-more");
        visitor.Choose(visitor.Text("Answer.4"));

        await visitor.SubmitAsync("Question.Next");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(item, visitor.Item);
        Assert.StartsWith(path.Split('?')[0], visitor.Path, StringComparison.Ordinal);
        Assert.True(PlainTypography.Comparer.Equals(visitor.Text("Form.Expired"), visitor.Main.QuerySelector("[role=alert]")!.Words()));
        await visitor.AnswerAsync(4);
        Assert.Equal(1, visitor.Answered);
    }

    [Theory]
    [InlineData("Development", "")]
    [InlineData("Development", "_handler=start")]
    [InlineData("Development", "_handler=start&__RequestVerificationToken=CfDJ8-foreign")]
    [InlineData("Development", "_handler=unknown&__RequestVerificationToken={token}")]
    [InlineData("Development", "__RequestVerificationToken={token}")]
    [InlineData("Test", "")]
    [InlineData("Test", "_handler=start&__RequestVerificationToken=CfDJ8-foreign")]
    [InlineData("Test", "_handler=unknown&__RequestVerificationToken={token}")]
    [InlineData("Test", "__RequestVerificationToken={token}")]
    public async Task Post_ThatIsNoValidForm_LeadsBackToItsPageWhereverTheSiteRuns(string environment, string posted)
    {
        const string Address = "/nl/quiz/annotateur-de-donnees-ia?a=b%20c&expire=1";
        await using var portal = new PortalFactory { EnvironmentName = environment };
        var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        var token = (await client.PageAsync(Address)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new StringContent(
            posted.Replace("{token}", Uri.EscapeDataString(token), StringComparison.Ordinal),
            Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );

        using var response = await client.PostAsync(new Uri(Address, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/nl/quiz/annotateur-de-donnees-ia?a=b%20c&expire=1", response.Headers.Location!.OriginalString);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Test")]
    public async Task Post_OfAFormThatIsKept_ShowsItAsSentInTheEncodingThatItNames(string environment)
    {
        await using var portal = new PortalFactory { EnvironmentName = environment };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/offres/proposer");
        request.Headers.Add("Accept-Encoding", "gzip");
        request.Content = new FormUrlEncodedContent([new("_handler", "proposer"), new("intitule", "Fleuriste")]);

        using var response = await portal.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.True(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var body = new GZipStream(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(body);
        Assert.Contains("value=\"Fleuriste\"", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/offres/proposition/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/modifier", "modifier", HttpStatusCode.Gone)]
    [InlineData("/relecture/rien", "bureau", HttpStatusCode.NotFound)]
    public async Task Post_OfAFormThatIsKept_WhosePageIsGone_SaysThatAlone(string path, string form, HttpStatusCode status)
    {
        using var response = await site
            .Portal.CreateClient()
            .PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new("_handler", form)]), TestContext.Current.CancellationToken);

        var page = await PageReader.ReadAsync(response, path);
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(page.All("[role=alert]"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "cross-site")]
    [InlineData("application/x-www-form-urlencoded", "same-site")]
    [InlineData("multipart/form-data", null)]
    [InlineData("multipart/form-data; boundary=x", null)]
    [InlineData("application/json", null)]
    public async Task Post_OfAFormThatIsKept_FromAnotherSiteOrUnreadable_LeadsBackToItsPage(string type, string? from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/offres/proposer");
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes("_handler=proposer&intitule=Fleuriste"));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        using var response = await site
            .Portal.CreateClient(new() { AllowAutoRedirect = false })
            .SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, "/offres/proposer?expire=1"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task StrictTransport_OverHttps_SpeaksForThisHostAlone()
    {
        using var response = await site
            .Portal.CreateClient()
            .GetAsync(new Uri("https://passerelle.example/health/live"), TestContext.Current.CancellationToken);

        Assert.Matches("^max-age=[0-9]+$", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Cookie_OfAForm_IsForThisSiteAndNotForScripts()
    {
        using var response = await site
            .Portal.CreateClient(new() { HandleCookies = false })
            .GetAsync(new Uri("/quiz/annotateur-de-donnees-ia", UriKind.Relative), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
