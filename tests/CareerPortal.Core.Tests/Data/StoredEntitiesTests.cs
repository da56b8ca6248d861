using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Data;

public sealed class StoredEntitiesTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task SaveChangesAsync_RevisionChanged_Refuses()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await using var context = _store.CreateDbContext();
        var revision = await context.Revisions.SingleAsync(Cancellation);

        context.Entry(revision).Property(r => r.Author).CurrentValue = "Somebody else";

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Cancellation));
        Assert.Throws<InvalidOperationException>(() => context.SaveChanges());
    }

    [Fact]
    public async Task SaveChangesAsync_GuideChangedMeanwhile_Refuses()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await using var first = _store.CreateDbContext();
        await using var second = _store.CreateDbContext();
        (await first.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation)).Withdraw();
        (await second.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation)).Withdraw();

        await first.SaveChangesAsync(Cancellation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task SaveChangesAsync_OccupationChangedMeanwhile_Refuses()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await using var first = _store.CreateDbContext();
        await using var second = _store.CreateDbContext();
        (await first.Occupations.SingleAsync(Cancellation)).Describe([], []);
        (await second.Occupations.SingleAsync(Cancellation)).Describe([], []);

        await first.SaveChangesAsync(Cancellation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public async Task DateTime_OfAnyKind_ComesBackInUtc(DateTimeKind kind)
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var moment = new DateTime(2026, 7, 1, 12, 34, 56, 789, DateTimeKind.Utc).AddTicks(1234);
        var given = kind == DateTimeKind.Utc ? moment : moment.ToLocalTime();
        await using (var context = _store.CreateDbContext())
        {
            context.Add(
                new QuizSession
                {
                    CodeHash = ResumeCode.New().Hash(),
                    OccupationId = await context.Occupations.Select(o => o.Id).SingleAsync(Cancellation),
                    Language = Languages.Default,
                    EngineVersion = "1",
                    BankVersion = "1",
                    Seed = long.MinValue,
                    CreatedUtc = given,
                    ExpiresUtc = given,
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        await using var later = _store.CreateDbContext();
        var session = await later.QuizSessions.SingleAsync(Cancellation);

        Assert.Equal(moment, session.CreatedUtc);
        Assert.Equal(DateTimeKind.Utc, session.CreatedUtc.Kind);
        Assert.Equal(long.MinValue, session.Seed);
    }

    [Fact]
    public async Task ContentMark_ContentChanged_FollowsWithinTwoSeconds()
    {
        var mark = new ContentMark(_store, _store.Time);
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var before = await mark.CurrentAsync(Cancellation);
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide("autre")), Cancellation);

        var atOnce = await mark.CurrentAsync(Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(2));
        var after = await mark.CurrentAsync(Cancellation);

        Assert.Equal(before, atOnce);
        Assert.NotEqual(before, after);
    }
}
