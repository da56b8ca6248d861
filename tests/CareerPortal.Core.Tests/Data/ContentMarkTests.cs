using CareerPortal.Data;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CareerPortal.Core.Tests.Data;

public sealed class ContentMarkTests
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CurrentAsync_AskedByManyAtOnce_ReadsOnce()
    {
        using var store = new TestStore();
        var mark = new ContentMark(store, store.Time);
        store.Commands.Clear();

        var marks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => mark.CurrentAsync(Cancellation).AsTask(), Cancellation)));

        Assert.Single(marks.Distinct());
        Assert.Single(store.Commands.Texts);
    }

    [Fact]
    public async Task CurrentAsync_TwoSecondsAfterAChange_IsTheNewMark()
    {
        using var store = new TestStore();
        await store.ImportFirstContentAsync(Cancellation);
        var mark = new ContentMark(store, store.Time);
        var before = await mark.CurrentAsync(Cancellation);
        await using (var context = store.CreateDbContext())
        {
            await context.ContentStamps.ExecuteUpdateAsync(s => s.SetProperty(c => c.Version, Guid.NewGuid()), Cancellation);
        }

        var meanwhile = await mark.CurrentAsync(Cancellation);
        store.Time.Advance(Stale);
        var after = await mark.CurrentAsync(Cancellation);

        Assert.Equal(before, meanwhile);
        Assert.NotEqual(before.Of(ContentRealm.All), after.Of(ContentRealm.All));
    }

    [Fact]
    public async Task CurrentAsync_FromAStoreThatWasNeverThere_Throws()
    {
        using var store = new TestStore();
        var mark = new ContentMark(new LosableStore(store) { IsLost = true }, store.Time);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await mark.CurrentAsync(Cancellation));
    }

    [Fact]
    public async Task CurrentAsync_FromALostStore_IsTheLastMarkAndSaysSoOnce()
    {
        using var store = new TestStore();
        await store.ImportFirstContentAsync(Cancellation);
        var (losable, log) = (new LosableStore(store), new RememberedLevels<ContentMark>());
        var mark = new ContentMark(losable, store.Time, log);
        var before = await mark.CurrentAsync(Cancellation);
        losable.IsLost = true;

        for (var second = 0; second < 60; second++)
        {
            store.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(before, await mark.CurrentAsync(Cancellation));
        }

        Assert.True(mark.IsAway);
        Assert.InRange(losable.Asked, 2, 32);
        Assert.Equal([LogLevel.Warning], log.Levels);

        losable.IsLost = false;
        while (mark.IsAway)
        {
            store.Time.Advance(Stale);
            Assert.Equal(before, await mark.CurrentAsync(Cancellation));
            await Task.Delay(5, Cancellation);
        }

        Assert.Equal([LogLevel.Warning, LogLevel.Information], log.Levels);
    }

    [Fact]
    public async Task CurrentAsync_FromAStoreThatHangs_WaitsBrieflyOnceAndThenNotAtAll()
    {
        using var store = new TestStore();
        await store.ImportFirstContentAsync(Cancellation);
        var (losable, log) = (new LosableStore(store), new RememberedLevels<ContentMark>());
        var mark = new ContentMark(losable, store.Time, log);
        var before = await mark.CurrentAsync(Cancellation);
        losable.Hangs = true;
        store.Time.Advance(Stale);

        var first = mark.CurrentAsync(Cancellation).AsTask();
        store.Time.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Equal(before, await first);
        for (var second = 0; second < 60; second++)
        {
            store.Time.Advance(TimeSpan.FromSeconds(1));
            var next = mark.CurrentAsync(Cancellation);
            Assert.True(next.IsCompletedSuccessfully);
            Assert.Equal(before, await next);
        }

        Assert.Equal([LogLevel.Warning], log.Levels);
    }

    [Fact]
    public async Task CurrentAsync_OfAReaderWhoLeaves_DoesNotTellThatTheStoreIsAway()
    {
        using var store = new TestStore();
        await store.ImportFirstContentAsync(Cancellation);
        var losable = new LosableStore(store);
        var mark = new ContentMark(losable, store.Time);
        await mark.CurrentAsync(Cancellation);
        losable.Hangs = true;
        store.Time.Advance(Stale);
        using var leaving = new CancellationTokenSource();

        var asked = mark.CurrentAsync(leaving.Token).AsTask();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.False(mark.IsAway);
    }

    /// <summary>A store that can be lost, or never answer and not hear that it is told to stop.</summary>
    private sealed class LosableStore(TestStore store) : IDbContextFactory<PortalDbContext>
    {
        private int _asked;
        private volatile bool _isLost;
        private volatile bool _hangs;

        public bool IsLost
        {
            get => _isLost;
            set => _isLost = value;
        }

        public bool Hangs
        {
            get => _hangs;
            set => _hangs = value;
        }

        public int Asked => Volatile.Read(ref _asked);

        public PortalDbContext CreateDbContext() => store.CreateDbContext();

        public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            if (Hangs)
            {
                await new TaskCompletionSource().Task;
            }

            return IsLost ? throw new InvalidOperationException("lost") : store.CreateDbContext();
        }
    }
}
