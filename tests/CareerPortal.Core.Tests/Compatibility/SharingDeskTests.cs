using CareerPortal.Compatibility;
using CareerPortal.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Compatibility;

/// <summary>Answers that somebody agreed to share: apart from the quiz, taken back by the code, gone in time.</summary>
public sealed class SharingDeskTests : IAsyncLifetime
{
    private readonly TestStore _store = new();
    private readonly EphemeralDataProtectionProvider _protection = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.ImportAsync(Sample.Set(Sample.BriefGuide()));

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ShareAsync_FinishedQuiz_CopiesItemsAnswersAndOrder()
    {
        var quiz = await TakeAsync();

        Assert.True(await Desk().ShareAsync(quiz, Cancellation));

        await using var context = _store.CreateDbContext();
        var shared = await context.SharedQuizzes.Include(q => q.Answers).SingleAsync(Cancellation);
        Assert.Equal(
            quiz.Answers.Index().Where(a => a.Item.Value is not null).Select(a => (a.Item.ItemId, a.Index + 1, a.Item.Value!.Value)),
            shared.Answers.OrderBy(a => a.Position).Select(a => (a.ItemId, a.Position, a.Value))
        );
        Assert.Equal(quiz.BankVersion, shared.BankVersion);
        Assert.Contains(quiz.Answers, a => a.Value is null);
    }

    [Fact]
    public async Task SharedTables_Columns_HoldNeitherTimesNorTextsNorTheQuiz()
    {
        await using var context = _store.CreateDbContext();

        Assert.Equal(
            ["BankVersion", "CodeHash", "DeleteOn", "Id"],
            context.Model.FindEntityType(typeof(SharedQuiz))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["ItemId", "Position", "QuizId", "Value"],
            context.Model.FindEntityType(typeof(SharedAnswer))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task ShareAsync_Copy_IsKeptUnderAnotherNumberThanTheQuiz()
    {
        var quiz = await TakeAsync();
        await Desk().ShareAsync(quiz, Cancellation);

        await using var context = _store.CreateDbContext();
        var shared = await context.SharedQuizzes.SingleAsync(Cancellation);
        var session = await context.QuizSessions.SingleAsync(Cancellation);
        Assert.NotEqual(session.CodeHash, shared.CodeHash);
        Assert.NotEqual(session.Id, shared.Id);
        Assert.NotEqual(7, shared.Id.Version);
    }

    [Fact]
    public async Task ShareAsync_OnAnyDayOfAMonth_IsDeletedOnTheSameDay()
    {
        Assert.Equal(new DateOnly(2028, 11, 1), SharedQuiz.DeletionAfter(new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateOnly(2028, 11, 1), SharedQuiz.DeletionAfter(new DateTime(2026, 11, 30, 23, 59, 0, DateTimeKind.Utc)));
        var quiz = await TakeAsync();

        await Desk().ShareAsync(quiz, Cancellation);

        var until = await Desk().KeptUntilAsync(quiz.Code, Cancellation);
        Assert.Equal(SharedQuiz.DeletionAfter(_store.Time.GetUtcNow().UtcDateTime), until);
        Assert.True(until!.Value.ToDateTime(TimeOnly.MinValue) <= _store.Time.GetUtcNow().UtcDateTime.AddMonths(24));
    }

    [Fact]
    public async Task ShareAsync_Twice_KeepsOneCopyWithTheLastAnswers()
    {
        var quiz = await TakeAsync();
        await Desk().ShareAsync(quiz, Cancellation);
        var changed = (await Parts().Desk.AnswerAsync(quiz.Code, quiz.Answers[0].ItemId, 1, Cancellation))!;

        await Desk().ShareAsync(changed, Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, (await context.SharedQuizzes.Include(q => q.Answers).SingleAsync(Cancellation)).Answers.Single(a => a.Position == 1).Value);
    }

    [Fact]
    public async Task ShareAsync_NothingAnsweredOrNotFinished_CopiesNothing()
    {
        var skipped = await TakeAsync(skipAll: true);
        var open = (
            await Parts().Desk.FindAsync((await Parts().Desk.StartAsync(Sample.BriefGuide().Occupation, "fr", Cancellation))!, Cancellation)
        )!;

        Assert.False(await Desk().ShareAsync(skipped, Cancellation));
        Assert.False(await Desk().ShareAsync(open, Cancellation));

        await using var context = _store.CreateDbContext();
        Assert.Empty(await context.SharedQuizzes.ToListAsync(Cancellation));
        Assert.Empty(await context.Set<SealedSharingKey>().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task WithdrawAsync_QuizLongGone_DeletesTheCopy()
    {
        var quiz = await TakeAsync();
        await Desk().ShareAsync(quiz, Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await Parts().Desk.DeleteExpiredAsync(Cancellation));

        Assert.NotNull(await Desk().KeptUntilAsync(quiz.Code, Cancellation));
        Assert.True(await Desk().WithdrawAsync(quiz.Code, Cancellation));
        Assert.False(await Desk().WithdrawAsync(quiz.Code, Cancellation));

        await using var context = _store.CreateDbContext();
        Assert.Empty(await context.SharedAnswers.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_SharedQuiz_DeletesTheCopyToo()
    {
        var quiz = await TakeAsync();
        await Parts().Sharing.ShareAsync(quiz, Cancellation);

        await Parts().Desk.DeleteAsync(quiz.Code, Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Empty(await context.SharedQuizzes.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteExpiredAsync_DayBeforeAndDayOf_DeletesOnTheDay()
    {
        var quiz = await TakeAsync();
        await Desk().ShareAsync(quiz, Cancellation);
        var until = (await Desk().KeptUntilAsync(quiz.Code, Cancellation))!.Value;
        _store.Time.SetUtcNow(new DateTimeOffset(until.AddDays(-1).ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero));

        Assert.Equal(0, await Desk().DeleteExpiredAsync(Cancellation));
        _store.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Desk().DeleteExpiredAsync(Cancellation));
    }

    [Fact]
    public async Task SealedKey_MadeOnce_ServesEveryNodeAndEveryStart()
    {
        var quiz = await TakeAsync();
        await Desk().ShareAsync(quiz, Cancellation);
        await Desk().ShareAsync(await TakeAsync(), Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Single(await context.Set<SealedSharingKey>().ToListAsync(Cancellation));
        Assert.NotNull(await Desk().KeptUntilAsync(quiz.Code, Cancellation));
    }

    [Fact]
    public async Task SealedKey_ProtectionLost_FindsNothingAndRefusesToShare()
    {
        var quiz = await TakeAsync();
        await Desk().ShareAsync(quiz, Cancellation);
        var elsewhere = new SharingDesk(_store, new SharingKey(_store, new EphemeralDataProtectionProvider(), new QuizSettings()), _store.Time);

        Assert.Null(await elsewhere.KeptUntilAsync(quiz.Code, Cancellation));
        await Assert.ThrowsAsync<System.Security.Cryptography.CryptographicException>(() => elsewhere.ShareAsync(quiz, Cancellation));
    }

    [Fact]
    public async Task OperatorsKey_Given_IsUsedAndNotStored()
    {
        var quiz = await TakeAsync();
        var one = new SharingDesk(_store, Key(1), _store.Time);
        await one.ShareAsync(quiz, Cancellation);

        Assert.NotNull(await new SharingDesk(_store, Key(1), _store.Time).KeptUntilAsync(quiz.Code, Cancellation));
        Assert.Null(await new SharingDesk(_store, Key(2), _store.Time).KeptUntilAsync(quiz.Code, Cancellation));
        await using var context = _store.CreateDbContext();
        Assert.Empty(await context.Set<SealedSharingKey>().ToListAsync(Cancellation));

        SharingKey Key(byte fill) =>
            new(_store, _protection, new QuizSettings { SharingKey = Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray()) });
    }

    private SharingDesk Desk() => new(_store, new SharingKey(_store, _protection, new QuizSettings()), _store.Time);

    private QuizParts Parts() => new(_store, _store.Time);

    private async Task<QuizProgress> TakeAsync(bool skipAll = false)
    {
        var parts = Parts();
        var code = await parts.Desk.StartAsync(Sample.BriefGuide().Occupation, "fr", Cancellation);
        var asked = 0;
        return await parts.TakeAsync(code!, _ => skipAll || ++asked == 2 ? null : 1 + asked % 5, Cancellation);
    }
}
