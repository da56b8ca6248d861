using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Keeping;

public sealed class VoteBoxTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private VoteBox Box => new(_store, _store.Time);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task CastAsync_UsefulAndNot_AreCountedWithTheirReasons()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        await Box.CastAsync("fr", "relieur", new GivenVote(true, VoteReason.Wrong, "Merci"), Cancellation);
        await Box.CastAsync("fr", "relieur", new GivenVote(false, VoteReason.Outdated, " Le   salaire\u202E a changé "), Cancellation);

        var count = Assert.Single(await Box.CountsAsync(Cancellation));
        Assert.Equal((1, 1), (count.Useful, count.NotUseful));
        Assert.Equal([KeyValuePair.Create(VoteReason.Outdated, 1)], count.Reasons);
        var (votes, total) = await Box.ListAsync(count.GuideId, 1, 10, Cancellation);
        Assert.Equal(2, total);
        Assert.Equal(["Le salaire a changé", "Merci"], votes.Select(v => v.Words));
        Assert.Null(votes[1].Reason);
    }

    [Fact]
    public async Task CastAsync_GuideThatReadersDoNotSee_IsNotTaken()
    {
        Assert.False(await Box.CastAsync("fr", "relieur", new GivenVote(true), Cancellation));

        await using var context = _store.CreateDbContext();
        Assert.False(await context.GuideVotes.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteExpiredAsync_AfterTwoYears_LeavesTheYounger()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await Box.CastAsync("fr", "relieur", new GivenVote(false), Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(40));
        await Box.CastAsync("fr", "relieur", new GivenVote(true), Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(700));

        var deleted = await Box.DeleteExpiredAsync(Cancellation);

        Assert.Equal(1, deleted);
        Assert.Equal(1, Assert.Single(await Box.CountsAsync(Cancellation)).Useful);
    }
}
