using StackExchange.Redis;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Stands before the shelf that nodes share, so that no reader waits for it: an answer that takes too long, or fails, is
/// none, and from then on the shelf is left alone. Every few seconds one try is made beside the requests; once it succeeds
/// the shelf is asked again. The log hears once that it is away and once that it is back.
/// </summary>
internal sealed partial class GuardedShelf(IPageShelf shelf, TimeProvider time, ILogger<GuardedShelf> logger, TimeSpan? patience = null)
{
    /// <summary>How long the shelf may take. It is a clock on the wall: this is about machines, not about the portal's time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>How long the shelf is left alone.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(1.5);

    private readonly TimeSpan _patience = patience ?? Patience;
    private int _away;
    private int _probing;
    private long _triedAt;

    /// <summary>Whether the shelf did not answer when it was last asked.</summary>
    public bool IsAway => Volatile.Read(ref _away) != 0;

    /// <summary>Whether a try is under way.</summary>
    public bool IsProbing => Volatile.Read(ref _probing) != 0;

    /// <summary>Asks the shelf for the first time, before anybody waits. The site starts without it too.</summary>
    public async Task OpenAsync()
    {
        try
        {
            await InTimeAsync(shelf.ProbeAsync(), PatienceAtStart);
        }
        catch (Exception e) when (IsFault(e))
        {
            Leave(e);
        }
    }

    public async ValueTask<(byte[] Page, TimeSpan ValidFor)?> ReadAsync(string key)
    {
        if (!MayAsk())
        {
            return null;
        }

        try
        {
            var reading = shelf.ReadAsync(key);
            await InTimeAsync(reading, _patience);
            return await reading;
        }
        catch (Exception e) when (IsFault(e))
        {
            Leave(e);
            return null;
        }
    }

    /// <summary>Leaves a page for the other nodes. It never throws, and nobody need wait for it.</summary>
    public async Task WriteAsync(string key, byte[] page, TimeSpan validFor)
    {
        if (!MayAsk())
        {
            return;
        }

        try
        {
            await InTimeAsync(shelf.WriteAsync(key, page, validFor), _patience);
        }
        catch (Exception e) when (IsFault(e))
        {
            Leave(e);
        }
    }

    /// <summary>Whether the shelf answers as far as is known. Where it is away and was left alone long enough, one try begins.</summary>
    public bool MayAsk()
    {
        if (!IsAway)
        {
            return true;
        }

        if (time.GetElapsedTime(Volatile.Read(ref _triedAt)) >= Pause && Interlocked.CompareExchange(ref _probing, 1, 0) == 0)
        {
            _ = ProbeAsync();
        }

        return false;
    }

    private async Task ProbeAsync()
    {
        try
        {
            await InTimeAsync(shelf.ProbeAsync(), _patience);
            Volatile.Write(ref _away, 0);
            IsBack(logger);
        }
        catch (Exception e) when (IsFault(e))
        {
            Volatile.Write(ref _triedAt, time.GetTimestamp());
        }
        finally
        {
            Volatile.Write(ref _probing, 0);
        }
    }

    private void Leave(Exception failure)
    {
        Volatile.Write(ref _triedAt, time.GetTimestamp());
        if (Interlocked.Exchange(ref _away, 1) == 0)
        {
            WentAway(logger, Pause.TotalSeconds, failure.Message);
        }
    }

    /// <summary>What the shelf may throw, whose connection mends itself meanwhile.</summary>
    private static bool IsFault(Exception failure) =>
        failure is RedisException or TimeoutException or IOException or ObjectDisposedException or OperationCanceledException;

    private static async Task InTimeAsync(Task asked, TimeSpan patience)
    {
        try
        {
            await asked.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            // It may yet fail when nobody listens any more.
            _ = asked.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Redis does not answer: each node keeps its pages to itself and tries again every {Pause} s ({Failure})"
    )]
    private static partial void WentAway(ILogger logger, double pause, string failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis answers again: the nodes share their pages")]
    private static partial void IsBack(ILogger logger);
}
