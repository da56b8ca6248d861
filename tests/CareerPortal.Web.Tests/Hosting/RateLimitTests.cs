using System.Net;
using AngleSharp.Html.Dom;
using CareerPortal.Compatibility;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Who sends too much waits, alone: a class behind one address never does, and a refused form comes back as it was sent.</summary>
[Slow]
public sealed class RateLimitTests(PublicPages site)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Class_OfAHundredBehindOneAddress_IsNeverRefused()
    {
        var time = new FakeTimeProvider(Morning);
        await using var portal = WithDefaults(time);
        var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        var desk = portal.Services.GetRequiredService<QuizDesk>();
        var codes = new List<ResumeCode>();
        for (var taker = 0; taker < 100; taker++)
        {
            codes.Add(await desk.StartOverAllAsync("fr", TestContext.Current.CancellationToken));
        }

        var refused = 0;
        for (var round = 0; round < 15; round++)
        {
            foreach (var code in codes)
            {
                // Whether a form has its token is asked after whether it comes too often.
                using var form = new FormUrlEncodedContent([]);
                using var response = await client.PostAsync(
                    new Uri($"/quiz/session/{code}", UriKind.Relative),
                    form,
                    TestContext.Current.CancellationToken
                );
                refused += response.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
            }

            time.Advance(TimeSpan.FromSeconds(6));
        }

        Assert.Equal(0, refused);
    }

    [Fact]
    public async Task Starts_OfThreeHundredInAMinuteBehindOneAddress_AreNotRefused()
    {
        await using var portal = WithDefaults(new FakeTimeProvider(Morning));
        var client = portal.CreateClient(new() { AllowAutoRedirect = false });

        var statuses = new List<HttpStatusCode>();
        for (var taker = 0; taker < 301; taker++)
        {
            using var form = new FormUrlEncodedContent([]);
            using var response = await client.PostAsync(new Uri("/quiz/orientation", UriKind.Relative), form, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..300]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[300]);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Answer_SentTooSoon_ComesBackWithTheQuestionAndTheChoice(string language)
    {
        var time = new FakeTimeProvider(Morning);
        await using var portal = new PortalFactory { Time = time, Settings = { ["RateLimits:AnswersPerMinute"] = "2" } };
        using var visitor = new Visitor(portal, language);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(1);
        await visitor.AnswerAsync(2);
        var item = visitor.Item;

        await visitor.AnswerAsync(4);

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Equal(TimeSpan.FromSeconds(30), visitor.Last.Headers.RetryAfter?.Delta);
        Assert.Equal((item, 4, 2), (visitor.Item, visitor.Chosen!.Value, visitor.Answered));
        Assert.Equal(language, visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.True(PlainTypography.Comparer.Equals(visitor.Text("TooMany.Form", 30), visitor.Main.QuerySelector("[role=alert]")!.Words()));
        time.Advance(TimeSpan.FromSeconds(30));
        await visitor.SubmitAsync("Question.Next");
        Assert.Equal((HttpStatusCode.OK, 3), (visitor.Status, visitor.Answered));
    }

    [Fact]
    public async Task Answer_OfAnotherTaker_IsNotRefusedForTheFirst()
    {
        await using var portal = new PortalFactory { Time = new FakeTimeProvider(Morning), Settings = { ["RateLimits:AnswersPerMinute"] = "1" } };
        using var hasty = new Visitor(portal);
        using var calm = new Visitor(portal);
        await hasty.StartQuizAsync();
        await calm.StartQuizAsync();
        await hasty.AnswerAsync(1);
        await hasty.AnswerAsync(1);

        await calm.AnswerAsync(5);

        Assert.Equal(HttpStatusCode.TooManyRequests, hasty.Status);
        Assert.Equal((HttpStatusCode.OK, 1), (calm.Status, calm.Answered));
    }

    [Fact]
    public async Task Answers_SentWithoutPause_EndInAShortAnswerThatLeadsBack()
    {
        await using var portal = new PortalFactory { Time = new FakeTimeProvider(Morning), Settings = { ["RateLimits:AnswersPerMinute"] = "1" } };
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(1);

        for (var i = 0; i < 6 && visitor.IsQuestion; i++)
        {
            await visitor.AnswerAsync(3);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.NotNull(visitor.Last.Headers.RetryAfter?.Delta);
        Assert.Equal("", visitor.Link(visitor.Text("Failure.Again")).GetAttribute("href"));
    }

    [Fact]
    public async Task Quiz_DeletedTooSoonAfterAnAnswer_IsStillThere()
    {
        await using var portal = new PortalFactory { Time = new FakeTimeProvider(Morning), Settings = { ["RateLimits:AnswersPerMinute"] = "1" } };
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(1);
        var code = visitor.Code;
        await visitor.FollowAsync("Question.Pause");

        await visitor.SubmitAsync("Result.DeleteAction");

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.NotNull(visitor.Main.QuerySelector("[role=alert]"));
        Assert.NotNull(
            await portal.Services.GetRequiredService<QuizDesk>().FindAsync(ResumeCode.Parse(code)!, TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("/quiz/annotateur-de-donnees-ia", "QuizStart.Action")]
    [InlineData("/quiz/orientation", "QuizAll.Action")]
    public async Task Start_TooMany_ShowsTheStartAgain(string address, string action)
    {
        var time = new FakeTimeProvider(Morning);
        await using var portal = new PortalFactory { Time = time, Settings = { ["RateLimits:StartsPerMinute"] = "1" } };
        using var visitor = new Visitor(portal, "de");
        await visitor.StartOverAllAsync();

        await visitor.GoAsync("/de" + address);
        await visitor.SubmitAsync(action);

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.True(PlainTypography.Comparer.Equals(visitor.Text("TooMany.Form", 60), visitor.Main.QuerySelector("[role=alert]")!.Words()));
        time.Advance(TimeSpan.FromMinutes(1));
        await visitor.SubmitAsync(action);
        Assert.True(visitor.IsQuestion);
    }

    [Fact]
    public async Task StartPage_ReadTooOften_WaitsAndLeavesTheOthersOpen()
    {
        await using var portal = new PortalFactory { Time = new FakeTimeProvider(Morning), Settings = { ["RateLimits:StartsPerMinute"] = "2" } };
        using var visitor = new Visitor(portal);
        for (var read = 0; read < 8; read++)
        {
            await visitor.GoAsync("/quiz/orientation");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
        }

        await visitor.GoAsync("/quiz/orientation");

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        await visitor.GoAsync("/metiers");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task Resume_TriedTooOften_KeepsWhatWasTyped()
    {
        var time = new FakeTimeProvider(Morning);
        await using var portal = new PortalFactory { Time = time, Settings = { ["RateLimits:GuessesPerMinute"] = "1" } };
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        var code = visitor.Code;
        await visitor.GoAsync("/quiz/reprendre");
        visitor.Type(visitor.Text("Resume.Label"), "AAAA-AAAA-AAAA-AAAA");
        await visitor.SubmitAsync("Resume.Action");
        visitor.Type(visitor.Text("Resume.Label"), code);

        await visitor.SubmitAsync("Resume.Action");

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Equal(code, ((IHtmlInputElement)visitor.Main.QuerySelector("#code")!).Value);
        time.Advance(TimeSpan.FromMinutes(1));
        await visitor.SubmitAsync("Resume.Action");
        Assert.True(visitor.IsQuestion);
    }

    [Fact]
    public async Task Withdraw_GuessedTooOften_IsRefusedWithWhatWasTyped()
    {
        await using var portal = new PortalFactory { Time = new FakeTimeProvider(Morning), Settings = { ["RateLimits:GuessesPerMinute"] = "1" } };
        using var visitor = new Visitor(portal);
        await visitor.GoAsync("/quiz/retrait");
        visitor.Type(visitor.Text("Resume.Label"), "AAAA-AAAA-AAAA-AAAA");
        await visitor.SubmitAsync("Withdraw.Action");
        visitor.Type(visitor.Text("Resume.Label"), "BBBB-BBBB-BBBB-BBBB");

        await visitor.SubmitAsync("Withdraw.Action");

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Equal("BBBB-BBBB-BBBB-BBBB", ((IHtmlInputElement)visitor.Main.QuerySelector("#code")!).Value);
    }

    [Theory]
    [InlineData("GET", "/quiz/session/{0}")]
    [InlineData("GET", "/nl/quiz/session/{0}/resultat")]
    [InlineData("POST", "/quiz/session/{0}")]
    [InlineData("GET", "/quiz/session/nonsense-{0}")]
    public async Task Codes_Guessed_AreCountedByAddressAndLeaveRealOnesOpen(string method, string pattern)
    {
        await using var portal = new PortalFactory { Time = new FakeTimeProvider(Morning), Settings = { ["RateLimits:GuessesPerMinute"] = "5" } };
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        var token = (await client.PageAsync("/quiz/orientation"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 8; guess++)
        {
            var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, ResumeCode.New());
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            if (method == "POST")
            {
                request.Content = new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["_handler"] = "answer",
                        ["__RequestVerificationToken"] = token,
                        ["Posted.Item"] = visitor.Item,
                        ["Posted.Value"] = "3",
                    }
                );
            }

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        await visitor.AnswerAsync(3);

        Assert.Equal([false, false, false, false, false, true, true, true], statuses.Select(s => s == HttpStatusCode.TooManyRequests));
        Assert.DoesNotContain(HttpStatusCode.OK, statuses);
        Assert.Equal((HttpStatusCode.OK, 1), (visitor.Status, visitor.Answered));
    }

    [Theory]
    [InlineData("RateLimits:AnswersPerMinute", "0")]
    [InlineData("RateLimits:StartsPerMinute", "-5")]
    [InlineData("RateLimits:GuessesPerMinute", "1000000")]
    [InlineData("RateLimits:PagesAtOnce", "0")]
    [InlineData("RateLimits:PagesWaiting", "-1")]
    [InlineData("Circuits:PerAddress", "0")]
    [InlineData("Circuits:InAll", "0")]
    [InlineData("Circuits:KeepSeconds", "0")]
    public async Task Setting_OutOfRange_StopsTheStartAndIsNamed(string key, string value)
    {
        await using var portal = new PortalFactory { Settings = { [key] = value } };

        var failure = Record.Exception(() => portal.CreateClient());

        Assert.Contains(key, failure?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_AfterAPost_NamesNoHost()
    {
        var client = site.Portal.CreateClient(new() { AllowAutoRedirect = false });
        var page = await client.PageAsync("/quiz/orientation");
        using var form = new FormUrlEncodedContent(
            page.All("form[method=post] input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "")
        );

        using var response = await client.PostAsync(new Uri("/quiz/orientation", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/quiz/session/", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Cookie_OfAForm_IsSecureWhereTheAddressIs(string scheme, bool secure)
    {
        using var response = await site
            .Portal.CreateClient(new() { HandleCookies = false })
            .GetAsync(new Uri($"{scheme}://localhost/quiz/orientation"), TestContext.Current.CancellationToken);

        Assert.Equal(secure, Assert.Single(response.Headers.GetValues("Set-Cookie")).Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The limits as they are shipped; every other test of the site has them out of its way.</summary>
    private static PortalFactory WithDefaults(FakeTimeProvider time) => new() { Time = time, UsualLimits = true };
}
