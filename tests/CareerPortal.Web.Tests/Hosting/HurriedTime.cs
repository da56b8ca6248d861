using System.Diagnostics;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>
/// A clock on which a day lasts a second, with timers that ring accordingly. Unlike a clock that a test turns by hand it needs nobody's turn to go
/// on, and a callback that throws does not stop it.
/// </summary>
internal sealed class HurriedTime : TimeProvider
{
    private const long Speed = 86_400;

    /// <summary>No timer rings more often: what runs every half second would do nothing else.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset _beganUtc = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => _beganUtc + Stopwatch.GetElapsedTime(_began) * Speed;

    public override long GetTimestamp() => _began + (Stopwatch.GetTimestamp() - _began) * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period)));

    private static TimeSpan Hurried(TimeSpan usual) =>
        usual <= TimeSpan.Zero ? usual
        : usual / Speed is var hurried && hurried > Shortest ? hurried
        : Shortest;

    private sealed class HurriedTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hurried(dueTime), Hurried(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
