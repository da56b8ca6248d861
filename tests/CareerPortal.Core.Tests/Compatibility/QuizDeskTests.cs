using CareerPortal.Compatibility;
using CareerPortal.Quiz.Items;
using CareerPortal.TestData;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class QuizDeskTests : IAsyncLifetime
{
    private static readonly ItemBank Bank = ItemBank.Load();

    private readonly TestStore _store = new();
    private readonly QuizSettings _settings = new() { Questions = 9, KeepDays = 30 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.ImportAsync(Exchange.Set(Exchange.BriefGuide()));

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task StartAsync_Occupation_PlansQuestionsOnItsQualities()
    {
        var code = await StartAsync();

        var quiz = await FindAsync(code);

        Assert.NotNull(quiz);
        Assert.Equal(_settings.Questions, quiz.Plan.Distinct().Count());
        Assert.All(quiz.Plan, id => Assert.Contains(Bank.Find(id)!.QualityId, quiz.Requirements.Select(r => r.QualityId)));
        Assert.Equal(["detail", "rigueur", "patience"], quiz.Requirements.Select(r => r.QualityId));
        Assert.Equal(TestStore.Start.UtcDateTime.AddDays(30), quiz.ExpiresUtc);
        Assert.Equal((1, false), (quiz.NextPosition, quiz.IsComplete));
        Assert.Empty(quiz.Answers);
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
        var item = (await FindAsync(code))!.Plan[0];

        var taken = await Desk().AnswerAsync(code, item, 4, Cancellation);

        var quiz = await FindAsync(code);
        Assert.True(taken);
        Assert.Equal(4, quiz!.Answers[item]);
        Assert.Equal(2, quiz.NextPosition);
    }

    [Fact]
    public async Task AnswerAsync_AnsweredBefore_ChangesTheAnswer()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Plan[0];
        await Desk().AnswerAsync(code, item, 4, Cancellation);
        _store.Time.Advance(TimeSpan.FromMinutes(1));

        await Desk().AnswerAsync(code, item, 2, Cancellation);

        await using var context = _store.CreateDbContext();
        var answer = await context.QuizAnswers.SingleAsync(Cancellation);
        Assert.Equal(2, answer.Value);
        Assert.Equal(TestStore.Start.UtcDateTime.AddMinutes(1), answer.AnsweredUtc);
    }

    [Fact]
    public async Task AnswerAsync_Skipped_IsNullAndNotZero()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Plan[0];

        await Desk().AnswerAsync(code, item, null, Cancellation);

        var quiz = await FindAsync(code);
        Assert.True(quiz!.Answers.ContainsKey(item));
        Assert.Null(quiz.Answers[item]);
        Assert.Equal(2, quiz.NextPosition);
    }

    [Fact]
    public async Task AnswerAsync_EveryQuestion_CompletesTheQuiz()
    {
        var code = await StartAsync();

        foreach (var item in (await FindAsync(code))!.Plan)
        {
            await Desk().AnswerAsync(code, item, 3, Cancellation);
        }

        var quiz = await FindAsync(code);
        Assert.True(quiz!.IsComplete);
        Assert.Equal(_settings.Questions + 1, quiz.NextPosition);
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
    public async Task AnswerAsync_QuestionOutsideThePlan_IsRefused()
    {
        var code = await StartAsync();

        Assert.False(await Desk().AnswerAsync(code, "leadership-1", 3, Cancellation));
        Assert.Empty((await FindAsync(code))!.Answers);
    }

    [Fact]
    public async Task Desk_UnknownCode_FindsNothing()
    {
        var code = ResumeCode.New();

        Assert.Null(await FindAsync(code));
        Assert.False(await Desk().AnswerAsync(code, "detail-1", 3, Cancellation));
        Assert.False(await Desk().DeleteAsync(code, Cancellation));
    }

    [Fact]
    public async Task Desk_ExpiredQuiz_IsGoneBeforeItIsDeleted()
    {
        var code = await StartAsync();
        var item = (await FindAsync(code))!.Plan[0];
        _store.Time.Advance(TimeSpan.FromDays(_settings.KeepDays));

        Assert.Null(await FindAsync(code));
        Assert.False(await Desk().AnswerAsync(code, item, 3, Cancellation));
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
        var item = (await FindAsync(code))!.Plan[0];

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Desk().AnswerAsync(code, item, 1 + n % 5, Cancellation), Cancellation)));

        await using var context = _store.CreateDbContext();
        Assert.All(taken, Assert.True);
        Assert.Equal(1, await context.QuizAnswers.CountAsync(Cancellation));
    }

    private QuizDesk Desk() => new(_store, Bank, _settings, _store.Time);

    private async Task<ResumeCode> StartAsync() => (await Desk().StartAsync("relieur", "fr", Cancellation))!;

    private Task<QuizProgress?> FindAsync(ResumeCode code) => Desk().FindAsync(code, Cancellation);

    private async Task AnswerFirstAsync(ResumeCode code) => await Desk().AnswerAsync(code, (await FindAsync(code))!.Plan[0], 3, Cancellation);
}
