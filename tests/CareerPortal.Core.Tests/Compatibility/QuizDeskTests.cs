using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class QuizDeskTests : IAsyncLifetime
{
    private readonly TestStore _store = new();
    private readonly QuizSettings _settings = new() { KeepDays = 30 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.ImportAsync(Sample.Set(Sample.BriefGuide()));

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task StartAsync_Occupation_AsksFirstAboutOneOfItsQualities()
    {
        var code = await StartAsync();

        var quiz = await FindAsync(code);

        Assert.NotNull(quiz);
        Assert.Contains(Parts().Bank.Find(quiz.Next!)!.QualityId, quiz.Requirements.Select(r => r.QualityId));
        Assert.Equal(["detail", "rigueur", "patience"], quiz.Requirements.Select(r => r.QualityId));
        Assert.Equal(TestStore.Start.UtcDateTime.AddDays(30), quiz.ExpiresUtc);
        Assert.Equal((1, false), (quiz.Reached, quiz.IsFinished));
        Assert.Empty(quiz.Answers);
    }

    [Fact]
    public async Task FindAsync_SameAnswers_AsksTheSameQuestion()
    {
        var code = await StartAsync();
        await AnswerFirstAsync(code);

        Assert.Equal((await FindAsync(code))!.Next, (await FindAsync(code))!.Next);
    }

    [Fact]
    public async Task StartAsync_UnknownOccupation_IsNull() => Assert.Null(await Desk().StartAsync("inconnu", "fr", Cancellation));

    [Fact]
    public async Task StartAsync_Code_IsStoredAsItsHashOnly()
    {
        var code = await StartAsync();

        await using var context = _store.CreateDbContext();
        Assert.Equal(code.Hash(), (await context.QuizSessions.SingleAsync(Cancellation)).CodeHash);
    }

    [Fact]
    public async Task AnswerAsync_Answer_IsStoredAtOnce()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Next!;

        var taken = await Desk().AnswerAsync(code, item, 4, Cancellation);

        var quiz = await FindAsync(code);
        Assert.Equal((item, 4), (quiz!.Answers.Single().ItemId, quiz.Answers.Single().Value));
        Assert.Equal((quiz.Next, quiz.Expected, quiz.IsFinished), (taken!.Next, taken.Expected, taken.IsFinished));
        Assert.Equal(2, quiz.Reached);
        Assert.NotEqual(item, quiz.Next);
    }

    [Fact]
    public async Task AnswerAsync_AnsweredBefore_ChangesTheAnswer()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Next!;
        await Desk().AnswerAsync(code, item, 4, Cancellation);
        _store.Time.Advance(TimeSpan.FromMinutes(1));

        await Desk().AnswerAsync(code, item, 2, Cancellation);

        await using var context = _store.CreateDbContext();
        var answer = await context.QuizAnswers.SingleAsync(Cancellation);
        Assert.Equal(2, answer.Value);
        Assert.Equal((1, TestStore.Start.UtcDateTime), (answer.Position, answer.AnsweredUtc));
    }

    [Fact]
    public async Task AnswerAsync_QuizDeletedMeanwhile_IsNull()
    {
        var code = await StartAsync();
        var quiz = (await FindAsync(code))!;
        await Desk().DeleteAsync(code, Cancellation);

        Assert.Null(await Desk().AnswerAsync(quiz, quiz.Next!, 4, Cancellation));
    }

    [Fact]
    public async Task AnswerAsync_Skipped_IsNullAndNotZero()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Next!;

        await Desk().AnswerAsync(code, item, null, Cancellation);

        var quiz = await FindAsync(code);
        Assert.Equal(item, quiz!.Answers.Single().ItemId);
        Assert.Null(quiz.Answers.Single().Value);
        Assert.Equal(2, quiz.Reached);
    }

    [Fact]
    public async Task AnswerAsync_EveryQuestion_FinishesTheQuizForGood()
    {
        var code = await StartAsync();

        var quiz = await Parts().TakeAsync(code, _ => 3, Cancellation);

        // Three qualities of three questions at most.
        Assert.InRange(quiz.Answers.Count, 1, 9);
        Assert.Equal(quiz.Answers.Count, quiz.Answers.Select(a => a.ItemId).Distinct().Count());
        await Desk().AnswerAsync(code, quiz.Answers[0].ItemId, 1, Cancellation);
        Assert.True((await FindAsync(code))!.IsFinished);
        await using var context = _store.CreateDbContext();
        Assert.NotNull((await context.QuizSessions.SingleAsync(Cancellation)).FinishedUtc);
    }

    [Fact]
    public async Task AnswerAsync_EarlierAnswerChanged_KeepsTheLaterOnesAndTheirOrder()
    {
        var code = await StartAsync();
        for (var n = 0; n < 4; n++)
        {
            await AnswerFirstAsync(code);
        }

        var before = (await FindAsync(code))!.Answers.Select(a => a.ItemId).ToList();
        await Desk().AnswerAsync(code, before[1], 5, Cancellation);

        var after = (await FindAsync(code))!;
        Assert.Equal(before, after.Answers.Select(a => a.ItemId));
        Assert.Equal(5, after.Answers[1].Value);
        Assert.Equal(before.IndexOf(before[2]) + 1, after.PositionOf(before[2]));
    }

    [Fact]
    public async Task AnswerAsync_QuestionThatIsNoLongerTheNext_IsTakenAllTheSame()
    {
        var code = await StartAsync();
        var quiz = (await FindAsync(code))!;
        var other = Parts().Bank.Items.First(i => i.QualityId == "patience" && i.Id != quiz.Next).Id;

        Assert.NotNull(await Desk().AnswerAsync(code, other, 4, Cancellation));
        Assert.Equal(other, (await FindAsync(code))!.Answers.Single().ItemId);
    }

    [Fact]
    public async Task FindAsync_QuizBegunWithAnEarlierBank_KeepsItsAnswersAndIsNotAskedAgain()
    {
        var code = await BegunBeforeAsync(("patience-4", 1), ("patience-2", 2), ("detail-1", 5));
        var items = new List<string>();
        while (await FindAsync(code) is { Next: { } next })
        {
            items.Add(next);
            Assert.NotNull(await Desk().AnswerAsync(code, next, 3, Cancellation));
        }

        var quiz = (await FindAsync(code))!;
        var result = Parts().Adviser.Judge(quiz);
        Assert.Equal(["patience-4", "patience-2", "detail-1"], quiz.Answers.Take(3).Select(a => a.ItemId));
        Assert.Equal(quiz.Answers.Count, result.Score.AnswerCount);
        Assert.DoesNotContain("patience-7", items);
        Assert.DoesNotContain("detail-6", items);
        Assert.All(items, item => Assert.False(Parts().Bank.Find(item)!.IsRetired));
    }

    [Fact]
    public async Task AnswerAsync_QuestionOfAnEarlierBank_IsTakenInAQuizBegunWithItOnly()
    {
        var before = await BegunBeforeAsync(("detail-3", 3));
        var today = await StartAsync();

        Assert.NotNull(await Desk().AnswerAsync(before, "patience-4", 4, Cancellation));
        Assert.Null(await Desk().AnswerAsync(today, "patience-4", 4, Cancellation));
    }

    [Fact]
    public async Task FindAsync_RequirementThatNamesAQuestion_AsksItFirstOfItsQuality()
    {
        var set = Sample.Set(Sample.BriefGuide());
        await _store.ImportAsync(
            set with
            {
                Occupations =
                [
                    .. set.Occupations.Select(o =>
                        o with
                        {
                            Requirements = [.. o.Requirements.Select(r => r.Quality == "patience" ? r with { Items = ["patience-7"] } : r)],
                        }
                    ),
                ],
            },
            Cancellation
        );
        var code = await StartAsync();
        while (await FindAsync(code) is { IsFinished: false, Next: { } next })
        {
            await Desk().AnswerAsync(code, next, 4, Cancellation);
        }

        Assert.Equal("patience-7", (await FindAsync(code))!.Answers.Select(a => a.ItemId).First(i => Parts().Bank.Find(i)!.QualityId == "patience"));
    }

    [Fact]
    public async Task AnswerAsync_MoreThanTheLongestQuiz_IsRefused()
    {
        var code = await Desk().StartOverAllAsync("fr", Cancellation);
        var items = Parts().Bank.Items.Select(i => i.Id).ToList();
        foreach (var item in items.Take(24))
        {
            Assert.NotNull(await Desk().AnswerAsync(code, item, 3, Cancellation));
        }

        Assert.Null(await Desk().AnswerAsync(code, items[24], 3, Cancellation));
        Assert.True((await FindAsync(code))!.IsFinished);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public async Task AnswerAsync_ValueOutsideTheScale_Refuses(int value)
    {
        var code = await StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Desk().AnswerAsync(code, "detail-1", value, Cancellation));
    }

    [Fact]
    public async Task AnswerAsync_QuestionOnAnotherQuality_IsRefused()
    {
        var code = await StartAsync();

        Assert.Null(await Desk().AnswerAsync(code, "leadership-1", 3, Cancellation));
        Assert.Empty((await FindAsync(code))!.Answers);
    }

    [Fact]
    public async Task Desk_UnknownCode_FindsNothing()
    {
        var code = ResumeCode.New();

        Assert.Null(await FindAsync(code));
        Assert.Null(await Desk().AnswerAsync(code, "detail-1", 3, Cancellation));
        Assert.False(await Desk().DeleteAsync(code, Cancellation));
    }

    [Fact]
    public async Task Desk_ExpiredQuiz_IsGoneBeforeItIsDeleted()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Next!;
        _store.Time.Advance(TimeSpan.FromDays(_settings.KeepDays));

        Assert.Null(await FindAsync(code));
        Assert.Null(await Desk().AnswerAsync(code, item, 3, Cancellation));
    }

    [Fact]
    public async Task DeleteExpiredAsync_OldAndNewQuizzes_DeletesTheOld()
    {
        var old = await StartAsync();
        await AnswerFirstAsync(old);
        _store.Time.Advance(TimeSpan.FromDays(_settings.KeepDays));
        var fresh = await StartAsync();

        var deleted = await Desk().DeleteExpiredAsync(Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, deleted);
        Assert.NotNull(await FindAsync(fresh));
        Assert.Equal(0, await context.QuizAnswers.CountAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Quiz_TakesItsAnswersAlongAndNoOthers()
    {
        var (mine, others) = (await StartAsync(), await StartAsync());
        await AnswerFirstAsync(mine);
        await AnswerFirstAsync(others);

        var deleted = await Desk().DeleteAsync(mine, Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.True(deleted);
        Assert.Null(await FindAsync(mine));
        Assert.Single((await FindAsync(others))!.Answers);
        Assert.Equal(1, await context.QuizAnswers.CountAsync(Cancellation));
    }

    [Fact]
    public async Task AnswerAsync_PostsThatCross_LeaveOneAnswer()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Next!;

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => Task.Run(() => Desk().AnswerAsync(code, item, 1 + n % 5, Cancellation), Cancellation))
        );

        await using var context = _store.CreateDbContext();
        Assert.All(taken, Assert.NotNull);
        Assert.Equal(1, await context.QuizAnswers.CountAsync(Cancellation));
    }

    [Fact]
    public async Task AnswerAsync_PostsOfSeveralQuestionsThatCross_HaveEachTheirPlace()
    {
        var code = await Desk().StartOverAllAsync("fr", Cancellation);
        var items = Parts().Bank.Items.Take(8).Select(i => i.Id).ToList();

        var taken = await Task.WhenAll(items.Select(item => Task.Run(() => Desk().AnswerAsync(code, item, 3, Cancellation), Cancellation)));

        await using var context = _store.CreateDbContext();
        Assert.All(taken, Assert.NotNull);
        Assert.Equal(Enumerable.Range(1, 8), await context.QuizAnswers.OrderBy(a => a.Position).Select(a => a.Position).ToListAsync(Cancellation));
        Assert.Equal(items.Order(), (await context.QuizAnswers.Select(a => a.ItemId).ToListAsync(Cancellation)).Order());
    }

    [Fact]
    public async Task AnswerAsync_PlaceTakenByAnother_TakesTheNext()
    {
        var code = await Desk().StartOverAllAsync("fr", Cancellation);
        var items = Parts().Bank.Items.Take(2).Select(i => i.Id).ToList();
        var faster = new BetweenReadingAndWriting(() => Desk().AnswerAsync(code, items[0], 1, CancellationToken.None));
        var slower = new QuizParts(new WithInterceptor(_store, faster), _store.Time).Desk;

        var taken = await slower.AnswerAsync(code, items[1], 5, Cancellation);

        Assert.Equal(items, taken!.Answers.Select(a => a.ItemId));
        Assert.Equal([1, 5], taken.Answers.Select(a => a.Value));
    }

    [Fact]
    public async Task AnswerAsync_FullDisk_ThrowsAndKeepsWhatWasThere()
    {
        var items = Parts().Bank.Items.Take(20).Select(i => i.Id).ToList();
        var full = new QuizParts(new WithInterceptor(_store, new FullDisk()), _store.Time).Desk;

        // What is left of the last page takes a few answers.
        Exception? failure = null;
        ResumeCode code = default!;
        var stored = 0;
        for (var quiz = 0; quiz < 10 && failure is null; quiz++)
        {
            code = await Desk().StartOverAllAsync("fr", Cancellation);
            failure = await Record.ExceptionAsync(async () =>
            {
                for (stored = 0; stored < items.Count; stored++)
                {
                    await full.AnswerAsync(code, items[stored], 3, Cancellation);
                }
            });
        }

        Assert.NotNull(failure);
        Assert.True(StoreFailure.Is(failure), $"{failure}");
        Assert.Equal(items.Take(stored), (await FindAsync(code))!.Answers.Select(a => a.ItemId));
    }

    [Fact]
    public async Task DeleteExpiredAsync_ManyExpired_GoSomeAtATime()
    {
        const int Many = 2 * QuizDesk.DeletedAtOnce + 1;
        await using (var context = _store.CreateDbContext())
        {
            context.AddRange(
                Enumerable
                    .Range(0, Many)
                    .Select(_ => new QuizSession
                    {
                        CodeHash = ResumeCode.New().Hash(),
                        OccupationId = null,
                        Language = "fr",
                        EngineVersion = "1",
                        BankVersion = "1",
                        Seed = 1,
                        CreatedUtc = TestStore.Start.UtcDateTime.AddDays(-31),
                        ExpiresUtc = TestStore.Start.UtcDateTime.AddDays(-1),
                    })
            );
            await context.SaveChangesAsync(Cancellation);
        }

        var fresh = await StartAsync();
        _store.Commands.Clear();

        var deleted = await Desk().DeleteExpiredAsync(Cancellation);

        Assert.Equal(Many, deleted);
        Assert.Equal(3, _store.Commands.Texts.Count(t => t.Contains("DELETE", StringComparison.Ordinal)));
        Assert.NotNull(await FindAsync(fresh));
    }

    private QuizParts Parts() => new(_store, _store.Time, settings: _settings);

    private QuizDesk Desk() => Parts().Desk;

    private async Task<ResumeCode> StartAsync() => (await Desk().StartAsync("relieur", "fr", Cancellation))!;

    /// <summary>A quiz of the first version of the bank, with its answers.</summary>
    private async Task<ResumeCode> BegunBeforeAsync(params (string Item, int Value)[] given)
    {
        var code = ResumeCode.New();
        await using var context = _store.CreateDbContext();
        var session = new QuizSession
        {
            CodeHash = code.Hash(),
            OccupationId = await context.Set<Occupations.Occupation>().Where(o => o.Code == "relieur").Select(o => o.Id).SingleAsync(Cancellation),
            Language = "fr",
            EngineVersion = "1.0",
            BankVersion = "2026-11",
            Seed = 5,
            CreatedUtc = TestStore.Start.UtcDateTime,
            ExpiresUtc = TestStore.Start.UtcDateTime.AddDays(30),
        };
        context.Add(session);
        context.AddRange(
            given.Select(
                (answer, at) =>
                    new QuizAnswer
                    {
                        SessionId = session.Id,
                        ItemId = answer.Item,
                        Position = at + 1,
                        Value = answer.Value,
                        AnsweredUtc = TestStore.Start.UtcDateTime,
                    }
            )
        );
        await context.SaveChangesAsync(Cancellation);
        return code;
    }

    private Task<QuizProgress?> FindAsync(ResumeCode code) => Desk().FindAsync(code, Cancellation);

    private async Task AnswerFirstAsync(ResumeCode code) => await Desk().AnswerAsync(code, (await FindAsync(code))!.Next!, 3, Cancellation);

    /// <summary>Lets somebody else be faster, once, after the place was read and before it is written.</summary>
    private sealed class BetweenReadingAndWriting(Func<Task> act) : SaveChangesInterceptor
    {
        private Func<Task>? _act = act;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Interlocked.Exchange(ref _act, null) is { } once)
            {
                await once();
            }

            return result;
        }
    }
}
