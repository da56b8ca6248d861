using CareerPortal.Testing;
using CareerPortal.Web.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>The shelf that nodes share is asked while it answers, and left alone when it does not.</summary>
public sealed class GuardedShelfTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RememberedLevels<GuardedShelf> _log = new();
    private readonly FakeShelf _shelf = new();
    private readonly GuardedShelf _guarded;

    public GuardedShelfTests() => _guarded = new GuardedShelf(_shelf, _time, _log);

    [Theory]
    [InlineData(Condition.Broken)]
    [InlineData(Condition.Frozen)]
    public async Task ReadAsync_FromAShelfThatIsAway_IsTriedOnceForFiftyReaders(Condition condition)
    {
        _shelf.Condition = condition;

        for (var reader = 0; reader < 50; reader++)
        {
            Assert.Null(await _guarded.ReadAsync("key"));
            await _guarded.WriteAsync("key", [1], TimeSpan.FromHours(1));
        }

        Assert.Equal(1, _shelf.Asked);
        Assert.True(_guarded.IsAway);
        Assert.Equal([LogLevel.Warning], _log.Levels);
    }

    [Theory]
    [InlineData(Condition.Broken)]
    [InlineData(Condition.Frozen)]
    public async Task ReadAsync_WhileTheShelfStaysAway_TriesOnceAPauseBesideTheReaders(Condition condition)
    {
        _shelf.Condition = condition;
        await _guarded.ReadAsync("key");

        for (var pause = 1; pause <= 4; pause++)
        {
            _time.Advance(GuardedShelf.Pause);
            for (var reader = 0; reader < 20; reader++)
            {
                var reading = _guarded.ReadAsync("key");
                Assert.True(reading.IsCompletedSuccessfully);
            }

            // The try runs beside: it ends by itself.
            await WaitAsync(() => _shelf.Probes == pause && !_guarded.IsProbing);
        }

        Assert.Equal(1, _shelf.Asked);
        Assert.Equal([LogLevel.Warning], _log.Levels);
    }

    [Fact]
    public async Task ReadAsync_OnceTheShelfIsBack_FindsWhatLiesThereAndSaysSoOnce()
    {
        await _guarded.WriteAsync("key", [1, 2], TimeSpan.FromHours(1));
        _shelf.Condition = Condition.Broken;
        await _guarded.ReadAsync("key");
        _shelf.Condition = Condition.Well;
        _time.Advance(GuardedShelf.Pause);
        Assert.Null(await _guarded.ReadAsync("key"));
        await WaitAsync(() => !_guarded.IsAway);

        var found = await _guarded.ReadAsync("key");

        Assert.Equal([1, 2], found!.Value.Page);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Levels);
    }

    [Fact]
    public async Task OpenAsync_OfAShelfThatIsAway_SaysSoAndDoesNotThrow()
    {
        _shelf.Condition = Condition.Broken;

        await _guarded.OpenAsync();

        Assert.True(_guarded.IsAway);
        Assert.Equal([LogLevel.Warning], _log.Levels);
    }

    [Fact]
    public async Task KeptPages_AskedForWhatMemoryHolds_LeaveTheShelfAlone()
    {
        using var pages = new KeptPages(_guarded);
        await pages.SetAsync("key", [1], null, TimeSpan.FromHours(1), TestContext.Current.CancellationToken);

        for (var reader = 0; reader < 10; reader++)
        {
            Assert.Equal([1], await pages.GetAsync("key", TestContext.Current.CancellationToken));
        }

        Assert.Equal(1, _shelf.Asked);
    }

    [Fact]
    public async Task KeptPages_AskedForWhatAnotherNodeLeft_ReadItOnce()
    {
        using var other = new KeptPages(_guarded);
        using var pages = new KeptPages(_guarded);
        await other.SetAsync("key", [1], null, TimeSpan.FromHours(1), TestContext.Current.CancellationToken);

        Assert.Equal([1], await pages.GetAsync("key", TestContext.Current.CancellationToken));
        Assert.Equal([1], await pages.GetAsync("key", TestContext.Current.CancellationToken));
        Assert.Equal(2, _shelf.Asked);
    }

    private static async Task WaitAsync(Func<bool> until)
    {
        while (!until())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public enum Condition
    {
        Well,
        Broken,
        Frozen,
    }

    private sealed class FakeShelf : IPageShelf
    {
        private readonly Dictionary<string, byte[]> _pages = [];
        private int _probes;

        public Condition Condition { get; set; }

        public int Asked { get; private set; }

        public int Probes => Volatile.Read(ref _probes);

        public async Task<(byte[] Page, TimeSpan ValidFor)?> ReadAsync(string key)
        {
            Asked++;
            await AnswerAsync();
            return _pages.TryGetValue(key, out var page) ? (page, TimeSpan.FromMinutes(1)) : null;
        }

        public async Task WriteAsync(string key, byte[] page, TimeSpan validFor)
        {
            Asked++;
            await AnswerAsync();
            _pages[key] = page;
        }

        public Task ProbeAsync()
        {
            Interlocked.Increment(ref _probes);
            return AnswerAsync();
        }

        private Task AnswerAsync() =>
            Condition switch
            {
                Condition.Broken => Task.FromException(new IOException("broken")),
                Condition.Frozen => new TaskCompletionSource().Task,
                _ => Task.CompletedTask,
            };
    }
}
