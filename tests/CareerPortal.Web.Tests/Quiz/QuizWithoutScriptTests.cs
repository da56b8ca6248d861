using System.Globalization;
using System.Net;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>The quiz as posted forms.</summary>
[Slow]
public sealed class QuizWithoutScriptTests(PublicPages site)
{
    public static TheoryData<string, string> GuidesAndLanguages() =>
        new(
            PublicPages
                .CompleteGuides.Select(g => (g, "fr"))
                .Concat(PublicPages.LanguageCodes.Skip(1).Select(l => (PublicPages.CompleteGuides[0], l)))
        );

    [Theory]
    [MemberData(nameof(GuidesAndLanguages))]
    public async Task Quiz_TakenToItsEnd_EndsInAResultWhoseContributionsSumToItsTotal(string slug, string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await visitor.StartQuizAsync(slug);

        var asked = 0;
        for (; asked < 24 && !visitor.IsResult; asked++)
        {
            Assert.True(visitor.IsQuestion, $"Question {asked + 1} is {visitor.Path}");
            Assert.Equal(asked, visitor.Answered);
            await visitor.AnswerAsync(site.Portal.Services.GetRequiredService<ItemBank>().Find(visitor.Item)!.Coded(5));
        }

        Assert.True(visitor.IsResult, visitor.Path);
        Assert.InRange(asked, 12, 24);
        Assert.Equal(language, visitor.Page.DocumentElement.GetAttribute("lang"));
        var table = visitor.Main.QuerySelector("table")!;
        var culture = CultureInfo.GetCultureInfo(language + "-BE");
        var points = table.QuerySelectorAll("tbody tr").Select(r => FirstNumber(r.Children[1].Words(), culture)).ToList();
        Assert.Equal(FirstNumber(table.QuerySelector("tfoot td")!.Words(), culture), points.Sum());
        Assert.Equal(100, table.QuerySelectorAll("tbody tr").Sum(r => LastNumber(r.Children[1].Words(), culture)));
        Assert.True(points.Count > 2);
        Assert.Single(visitor.Main.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Result_Shown_SumsToWhatTheEngineSays()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAllAsPersonAsync(5);

        var quiz = await ProgressAsync(visitor);
        var score = site.Portal.Services.GetRequiredService<QuizEngines>().Start.Adviser.Judge(quiz).Score;

        Assert.Equal(score.Compatibility, score.Contributions.Sum(c => c.Points), 1e-9);
        Assert.True(
            visitor.Says(visitor.Text("Result.Range", (int)Math.Round(score.IntervalLow), (int)Math.Round(score.IntervalHigh))),
            visitor.Main.Words()
        );
        Assert.True(visitor.Says(visitor.Text("Result.Words", score.Shown)), visitor.Main.Words());
        Assert.True(visitor.Says(visitor.Text("Provisional.Text")), visitor.Main.Words());
        Assert.Contains(visitor.Main.QuerySelectorAll("h2"), h => h.Words() == visitor.Text($"Verdict.{score.Verdict}"));
    }

    [Fact]
    public async Task Skip_OnAQuestion_IsNoAnswerAndLeadsOn()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var first = visitor.Item;

        await visitor.SkipAsync();

        Assert.NotEqual(first, visitor.Item);
        Assert.Equal(1, visitor.Answered);
        Assert.Equal((first, null), Answers(await ProgressAsync(visitor)).Single());
    }

    [Fact]
    public async Task Back_AndAnotherAnswer_ReplacesTheFirst()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var first = visitor.Item;
        await visitor.AnswerAsync(2);

        await visitor.FollowAsync("Question.Back");
        Assert.Equal((first, 2), (visitor.Item, visitor.Chosen!.Value));
        await visitor.AnswerAsync(5);

        Assert.NotEqual(first, visitor.Item);
        Assert.Equal(5, Assert.Single((await ProgressAsync(visitor)).Answers).Value);
    }

    [Fact]
    public async Task Next_WithoutAChoice_SaysSoAndStays()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(3);
        var second = visitor.Item;

        await visitor.SubmitAsync("Question.Next");

        Assert.Equal(second, visitor.Item);
        Assert.Equal(visitor.Text("Question.Missing"), visitor.Main.QuerySelector("[role=alert]")!.Words());
        Assert.Equal(visitor.Main.QuerySelector("[role=alert]")!.Id, visitor.Main.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
        Assert.Equal(1, visitor.Answered);
    }

    [Fact]
    public async Task Answer_PostedTwice_IsStoredOnce()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var item = visitor.Item;
        var path = visitor.Path;

        await visitor.ForgeAsync(path, Answer(item, "4"));
        await visitor.GoAsync(path);
        await visitor.ForgeAsync(path, Answer(item, "4"));

        Assert.True(visitor.IsQuestion);
        Assert.Equal(4, Assert.Single((await ProgressAsync(visitor)).Answers).Value);
    }

    [Fact]
    public async Task Answer_PostedTwiceAtOnce_IsStoredOnce()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        visitor.Choose(visitor.Text("Answer.4"));
        var posts = Enumerable.Range(0, 6).Select(_ => visitor.Submission(visitor.Text("Question.Next"))).ToList();

        var answers = await Task.WhenAll(posts.Select(p => visitor.Client.SendAsync(p, TestContext.Current.CancellationToken)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(4, Assert.Single((await ProgressAsync(visitor)).Answers).Value);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("3.5")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Answer_OfABadValue_IsRefusedKindly(string value)
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var item = visitor.Item;

        await visitor.ForgeAsync(visitor.Path, Answer(item, value));

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(item, visitor.Item);
        Assert.NotNull(visitor.Main.QuerySelector("[role=alert]"));
        Assert.Empty((await ProgressAsync(visitor)).Answers);
    }

    [Theory]
    [InlineData("no-such-item")]
    [InlineData("")]
    [InlineData("'; DROP TABLE QuizAnswers; --")]
    public async Task Answer_ToAnUnknownQuestion_IsRefusedKindly(string item)
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var (path, code) = (visitor.Path, visitor.Code);

        await visitor.ForgeAsync(path, Answer(item, "3"));

        Assert.True(visitor.Status is HttpStatusCode.NotFound or HttpStatusCode.OK, $"{visitor.Status}");
        Assert.Single(visitor.Main.QuerySelectorAll("h1"));
        Assert.Empty((await Desk().FindAsync(ResumeCode.Parse(code)!, TestContext.Current.CancellationToken))!.Answers);
    }

    [Fact]
    public async Task Answer_ToAQuestionOfAnotherQuiz_IsRefused()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var (path, code) = (visitor.Path, visitor.Code);
        var asked = (await ProgressAsync(visitor)).Requirements.Select(r => r.QualityId).ToList();
        var foreign = site.Portal.Services.GetRequiredService<ItemBank>().Items.First(i => !asked.Contains(i.QualityId)).Id;

        await visitor.ForgeAsync(path, Answer(foreign, "3"));

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Empty((await Desk().FindAsync(ResumeCode.Parse(code)!, TestContext.Current.CancellationToken))!.Answers);
    }

    [Theory]
    [InlineData("?question=99")]
    [InlineData("?question=0")]
    [InlineData("?question=abc")]
    [InlineData("?question=99999999999999")]
    [InlineData("?question=-3")]
    [InlineData("?question=16")]
    public async Task Question_NotReachedYet_IsTheNextOne(string query)
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(3);
        var next = visitor.Item;

        await visitor.GoAsync($"/quiz/session/{visitor.Code}{query}");

        Assert.Equal(next, visitor.Item);
    }

    [Fact]
    public async Task Result_BeforeTheEnd_LeadsToTheNextQuestion()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(3);

        await visitor.GoAsync($"/quiz/session/{visitor.Code}/resultat");

        Assert.True(visitor.IsQuestion);
        Assert.Equal(1, visitor.Answered);
    }

    [Fact]
    public async Task Resume_ByACodeTypedSloppily_GoesOnWhereItStopped()
    {
        using var first = new Visitor(site.Portal);
        await first.StartQuizAsync();
        await first.AnswerAsync(4);
        await first.AnswerAsync(2);
        await first.FollowAsync("Question.Pause");
        Assert.Contains(first.Code, first.Main.Words(), StringComparison.Ordinal);
        var (code, next) = (first.Code, (await ProgressAsync(first)).Reached);

        using var second = new Visitor(site.Portal);
        await second.GoAsync("/quiz/reprendre");
        second.Type(
            second.Text("Resume.Label"),
            $"  {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l')} "
        );
        await second.SubmitAsync("Resume.Action");

        Assert.Equal(first.Code, second.Code);
        Assert.Equal(2, second.Answered);
        Assert.Equal(3, next);
    }

    [Fact]
    public async Task Resume_ByTheAddressOfTheQuiz_GoesOnThere()
    {
        using var first = new Visitor(site.Portal);
        await first.StartQuizAsync();
        var address = $"« https://metiers.example/quiz/session/{first.Code}?question=1 ».";

        using var second = new Visitor(site.Portal);
        await second.GoAsync("/quiz/reprendre");
        var input = second.Main.QuerySelectorAll("input").First(i => i.Name() == second.Text("Resume.Label"));
        second.Type(second.Text("Resume.Label"), address);
        await second.SubmitAsync("Resume.Action");

        Assert.InRange(address.Length, 0, int.Parse(input.GetAttribute("maxlength")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(first.Code, second.Code);
    }

    [Theory]
    [InlineData("", "Resume.Malformed")]
    [InlineData("ABC", "Resume.Malformed")]
    [InlineData("UUUU-UUUU-UUUU-UUUU", "Resume.Malformed")]
    [InlineData("0000-0000-0000-0000", "Resume.Unknown")]
    [InlineData("<script>alert(1)</script>", "Resume.Malformed")]
    public async Task Resume_ByAWrongCode_SaysSoAndKeepsWhatWasTyped(string typed, string message)
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.GoAsync("/quiz/reprendre");

        visitor.Type(visitor.Text("Resume.Label"), typed);
        await visitor.SubmitAsync("Resume.Action");

        var alert = visitor.Main.QuerySelector("[role=alert]")!;
        Assert.True(PlainTypography.Comparer.Equals(visitor.Text(message), alert.Words()), alert.Words());
        var input = visitor.Main.QuerySelectorAll("input").First(i => i.Name() == visitor.Text("Resume.Label"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(typed, input.GetAttribute("value") ?? "");
        Assert.Contains(alert.Id!, input.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Null(visitor.Main.QuerySelector("script"));
    }

    [Fact]
    public async Task Delete_OnTheResult_LeavesNothing()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAllAsync(4);
        var code = visitor.Code;

        await visitor.SubmitAsync("Result.DeleteAction");

        Assert.Equal(visitor.Text("Deleted.Title"), visitor.Main.QuerySelector("h1")!.Words());
        Assert.Null(await Desk().FindAsync(ResumeCode.Parse(code)!, TestContext.Current.CancellationToken));
        await visitor.GoAsync($"/quiz/session/{code}/resultat");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await using var context = await site
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var sessions = context.QuizSessions.Select(s => s.Id);
        Assert.False(await context.QuizAnswers.AnyAsync(a => !sessions.Contains(a.SessionId), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Quiz_AllSkipped_IsIndeterminate(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await visitor.StartQuizAsync("operateur-de-numerisation");

        await visitor.SkipAllAsync();

        Assert.True(visitor.IsResult);
        Assert.Contains(visitor.Main.QuerySelectorAll("h2"), h => h.Words() == visitor.Text("Verdict.Indeterminate"));
        Assert.Null(visitor.Main.QuerySelector("table"));
        Assert.DoesNotContain(" %", visitor.Main.QuerySelector("section")!.Words(), StringComparison.Ordinal);
        await visitor.FollowAsync("Result.AnswerMore");
        Assert.True(visitor.IsQuestion);
    }

    [Fact]
    public async Task Change_AfterTheResult_LeadsBackToANewResult()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAllAsPersonAsync(5);
        var before = visitor.Main.QuerySelector("tfoot td")!.Words();

        await visitor.FollowAsync("Result.Change");
        await visitor.AnswerAsync(6 - visitor.Chosen!.Value);

        Assert.True(visitor.IsResult);
        Assert.NotEqual(before, visitor.Main.QuerySelector("tfoot td")?.Words());
    }

    [Fact]
    public async Task Next_WithoutAChoice_IsAPageToComeBackTo()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();

        await visitor.SubmitAsync("Question.Next");

        Assert.Equal(HttpMethod.Get, visitor.Last.RequestMessage!.Method);
        Assert.StartsWith(visitor.Text("Question.MissingTitle", "").Split(' ')[0], visitor.Page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_OneAfterTheOther_HaveAddressesOfTheirOwn()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        var (first, item) = (visitor.Path, visitor.Item);

        await visitor.AnswerAsync(2);
        Assert.NotEqual(first, visitor.Path);
        await visitor.GoAsync(first);

        Assert.Equal((item, 2), (visitor.Item, visitor.Chosen!.Value));
    }

    [Fact]
    public async Task Delete_OnThePause_LeavesNothing()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(2);
        var code = visitor.Code;
        await visitor.FollowAsync("Question.Pause");

        await visitor.SubmitAsync("Result.DeleteAction");

        Assert.Equal(visitor.Text("Deleted.Title"), visitor.Main.QuerySelector("h1")!.Words());
        Assert.Null(await Desk().FindAsync(ResumeCode.Parse(code)!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pause_AfterSkippedQuestions_CountsOnlyAnswers()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(2);
        await visitor.AnswerAsync(4);
        await visitor.SkipAsync();

        await visitor.FollowAsync("Question.Pause");

        Assert.True(visitor.Says(visitor.Text("Pause.Lead", 2)), visitor.Main.Words());
    }

    [Fact]
    public async Task Further_AfterTheResult_AsksOnAndComesBack()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync("micro-taches-ia");
        await visitor.AnswerAllAsPersonAsync(5);
        var before = (await ProgressAsync(visitor)).Answers.Count;

        await visitor.FollowAsync("Result.AnswerFurther");
        Assert.True(visitor.IsQuestion);
        await visitor.AnswerAsync(4);

        Assert.Equal(before + 1, (await ProgressAsync(visitor)).Answers.Count);
        await visitor.AnswerAllAsPersonAsync(5);
        Assert.True(visitor.IsResult);
        Assert.Equal(24, (await ProgressAsync(visitor)).Answers.Count);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task QuizOverAll_TakenToItsEnd_ListsOccupationsWithReasons(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await visitor.StartOverAllAsync();
        for (var asked = 0; asked < 24; asked++)
        {
            Assert.Equal(asked, visitor.Answered);
            await visitor.AnswerAsync(1 + asked * 7 % 5);
        }

        Assert.True(visitor.IsResult, visitor.Path);
        Assert.Equal(visitor.Text("Suggest.Title"), visitor.Main.QuerySelector("h1")!.Words());
        Assert.InRange(visitor.Main.QuerySelectorAll(".suggestions > li").Length, 1, Adviser.Suggested);
        Assert.All(
            visitor.Main.QuerySelectorAll(".suggestions h2 a"),
            a => Assert.Contains("/metiers/", a.GetAttribute("href")!, StringComparison.Ordinal)
        );
        Assert.Contains(visitor.Text("Suggest.For"), visitor.Main.Words(), StringComparison.Ordinal);
        Assert.All(
            visitor.Main.QuerySelectorAll(".reasons a"),
            a => Assert.NotNull(visitor.Main.QuerySelector($"[id='{a.GetAttribute("href")![1..]}'] .evidence li a"))
        );
        Assert.NotEmpty(visitor.Main.QuerySelectorAll(".trait-table tbody tr"));
        Faults.None([.. PageRules.FaultsOf(await visitor.Client.PageAsync(visitor.Path))]);
    }

    /// <summary>« Goût de la recherche » stood as a reason before whoever had answered 1 to every question about it.</summary>
    [Fact]
    public async Task QuizOverAll_NothingLiked_IsToldOfNoTaste()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        while (!visitor.IsResult)
        {
            var item = site.Portal.Services.GetRequiredService<ItemBank>().Find(visitor.Item)!;
            await visitor.AnswerAsync(item.Kind == ItemKind.Interest ? 1 : item.Coded(4));
        }

        var reasons = visitor.Main.QuerySelectorAll(".reasons li").Select(r => Wording.Plain(r.Words())).ToList();
        Assert.NotEmpty(reasons);
        Assert.DoesNotContain(
            reasons,
            r => r.StartsWith("Vous aimez ", StringComparison.Ordinal) && !r.StartsWith("Vous aimez peu ", StringComparison.Ordinal)
        );
    }

    /// <summary>The first answer led straight back to the result, so that no other skipped question could be reached.</summary>
    [Fact]
    public async Task SkippedQuestions_TakenUpAfterTheResult_ComeOneAfterTheOtherThenTheResult()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.SkipAllAsync();
        await visitor.FollowAsync("Result.AnswerMore");
        var asked = new HashSet<string>();
        while (!visitor.IsResult)
        {
            Assert.True(asked.Add(visitor.Item), visitor.Path);
            await visitor.AnswerAsync(1 + asked.Count * 7 % 5);
        }

        var quiz = await ProgressAsync(visitor);
        Assert.Equal(quiz.Answers.Count, asked.Count);
        Assert.DoesNotContain(quiz.Answers, a => a.Value is null);
    }

    [Fact]
    public async Task SkippedQuestions_SkippedAgain_EndAtTheResult()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.SkipAllAsync();
        await visitor.FollowAsync("Result.AnswerMore");

        await visitor.SkipAllAsync();

        Assert.True(visitor.IsResult, visitor.Path);
    }

    [Fact]
    public async Task Review_OfTheAnswers_WalksThroughAllAndSaysTrulyWhatAClickDoes()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.AnswerAllAsync(4, 2, 5);
        var answers = (await ProgressAsync(visitor)).Answers;
        Assert.Equal("#garder", visitor.Link(visitor.Text("Result.Keep")).GetAttribute("href"));
        await visitor.FollowAsync("Result.Change");

        for (var place = 0; place < answers.Count; place++)
        {
            Assert.Equal(answers[place].ItemId, visitor.Item);
            Assert.Equal(answers[place].Value, visitor.Chosen);
            Assert.Equal(visitor.Text("Question.KeysReview"), visitor.Main.QuerySelector(".keys-hint")!.Words());
            if (place + 1 < answers.Count)
            {
                await visitor.FollowAsync("Question.Next");
            }
        }

        Assert.DoesNotContain(visitor.Main.QuerySelectorAll("a"), a => a.Words() == visitor.Text("Question.Next"));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task QuizOverAll_OneAnswer_IsCountedAsOne(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await visitor.StartOverAllAsync();
        await visitor.AnswerAsync(5);

        await visitor.SkipAllAsync();

        Assert.Equal(visitor.Text("Suggest.FewOne", 24), visitor.Main.QuerySelector("h2")!.Words());
    }

    /// <summary>Where nothing can be concluded the page gives no percentage, and says what can be done.</summary>
    [Fact]
    public async Task Result_TooUncertain_ShowsNoPercentageAndAWayOn()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        for (var asked = 0; !visitor.IsResult; asked++)
        {
            if (asked % 4 != 0)
            {
                await visitor.SkipAsync();
            }
            else
            {
                await visitor.AnswerAsync(site.Portal.Services.GetRequiredService<ItemBank>().Find(visitor.Item)!.Coded(4));
            }
        }

        var quiz = await ProgressAsync(visitor);
        Assert.Equal(Verdict.Indeterminate, site.Portal.Services.GetRequiredService<QuizEngines>().Start.Adviser.Judge(quiz).Score.Verdict);
        Assert.Equal(visitor.Text("Verdict.Indeterminate"), visitor.Main.QuerySelector("h2")!.Words());
        Assert.DoesNotContain('%', visitor.Main.Words());
        Assert.NotEmpty(visitor.Main.QuerySelectorAll(".level-scale"));
        await visitor.FollowAsync("Result.AnswerMore");
        Assert.True(visitor.IsQuestion);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task QuizOverAll_SameAnswerEverywhere_RanksNothingAndLeadsOn(int answer)
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.AnswerAllAsync(answer);

        Assert.Equal(visitor.Text("Suggest.Uniform"), visitor.Main.QuerySelector("h2")!.Words());
        Assert.Null(visitor.Main.QuerySelector(".suggestions, .trait-table, #accord, a[href*='qualite=']"));
        Assert.NotNull(visitor.Main.QuerySelector("a[href='#parler']"));
        Faults.None([.. PageRules.FaultsOf(await visitor.Client.PageAsync(visitor.Path))]);
        await visitor.FollowAsync("Result.Change");
        Assert.True(visitor.IsQuestion);
    }

    [Fact]
    public async Task Result_SameAnswerEverywhere_JudgesNothingAndLeadsBack()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        await visitor.AnswerAllAsync(5);

        Assert.Equal(visitor.Text("Suggest.Uniform"), visitor.Main.QuerySelector("h2")!.Words());
        Assert.True(visitor.Says(visitor.Text("Result.UniformText")));
        Assert.Null(visitor.Main.QuerySelector(".result-band, .level-group, #changer, #contributions, #accord"));
        await visitor.FollowAsync("Result.Change");
        Assert.True(visitor.IsQuestion);
    }

    [Fact]
    public async Task QuizOverAll_FewAnswers_SaysSoAndNamesTheNearest()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        for (var asked = 0; !visitor.IsResult; asked++)
        {
            if (asked % 4 == 0)
            {
                await visitor.AnswerAsync(4);
            }
            else
            {
                await visitor.SkipAsync();
            }
        }

        Assert.Equal(visitor.Text("Suggest.Few", 6, 24), visitor.Main.QuerySelector("h2")!.Words());
        Assert.Equal(Adviser.Nearest, visitor.Main.QuerySelectorAll(".suggestions article").Length);
        Faults.None([.. PageRules.FaultsOf(await visitor.Client.PageAsync(visitor.Path))]);
    }

    [Fact]
    public async Task QuizOverAll_EverythingSkipped_ConcludesNothing()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();

        await visitor.SkipAllAsync();

        Assert.True(visitor.IsResult);
        Assert.Contains(visitor.Main.QuerySelectorAll("h2"), h => h.Words() == visitor.Text("Verdict.Indeterminate"));
        Assert.Null(visitor.Main.QuerySelector(".suggestions"));
    }

    [Fact]
    public async Task QuizPages_OfOnePerson_AreNeverStored()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();
        AssertNotStored(visitor);
        await visitor.FollowAsync("Question.Pause");
        AssertNotStored(visitor);
        await visitor.FollowAsync("Pause.Continue");
        await visitor.AnswerAllAsync(3);
        AssertNotStored(visitor);
        Assert.Equal("noindex", visitor.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Contains(
            visitor.Last.Headers.GetValues("Referrer-Policy").Single(),
            new[] { "no-referrer", "same-origin", "strict-origin-when-cross-origin" }
        );
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task QuizPages_OfOnePerson_FollowTheRulesOfMarkup(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await visitor.StartQuizAsync("micro-taches-ia");
        var faults = new List<string>();
        await InspectAsync();
        await visitor.FollowAsync("Question.Pause");
        await InspectAsync();
        await visitor.FollowAsync("Pause.Continue");
        await visitor.AnswerAllAsPersonAsync(4);
        await InspectAsync();
        await visitor.SubmitAsync("Result.DeleteAction");
        await InspectAsync();

        Faults.None(faults);

        async Task InspectAsync() => faults.AddRange(PageRules.FaultsOf(await visitor.Client.PageAsync(visitor.Path)));
    }

    private static void AssertNotStored(Visitor visitor)
    {
        Assert.True(visitor.Last.Headers.CacheControl!.NoStore, visitor.Path);
        Assert.Null(visitor.Last.Headers.Age);
    }

    private static IEnumerable<(string, int?)> Answers(QuizProgress quiz) => quiz.Answers.Select(a => (a.ItemId, a.Value));

    private static (string, string)[] Answer(string item, string value) =>
        [("_handler", "answer"), ("Posted.Item", item), ("Posted.Value", value), ("Posted.Act", "next")];

    private static decimal LastNumber(string text, CultureInfo culture) => decimal.Parse(text.Split(' ')[^1], culture);

    private static decimal FirstNumber(string text, CultureInfo culture) => decimal.Parse(text.Split(' ')[0], culture);

    private QuizDesk Desk() => site.Portal.Services.GetRequiredService<QuizDesk>();

    private async Task<QuizProgress> ProgressAsync(Visitor visitor) =>
        (await Desk().FindAsync(ResumeCode.Parse(visitor.Code)!, TestContext.Current.CancellationToken))!;
}
