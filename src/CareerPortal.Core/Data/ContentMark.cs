using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerPortal.Data;

/// <summary>
/// Tells which state of the published content is current; asks the store at most every 400 ms, so every node follows a
/// change made on another. While the store is away the last known state stands, so that kept pages go on being served.
/// </summary>
public sealed partial class ContentMark(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, ILogger<ContentMark>? logger = null)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(400);

    /// <summary>How long whoever has a state to go on with waits for a newer one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>How long one reading may take before another is worth trying: the store's own retries take far longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger ?? NullLogger<ContentMark>.Instance;
    private readonly Lock _gate = new();
    private volatile Known? _known;
    private volatile bool _isAway;
    private Task<ContentState>? _reading;
    private long _readSince;

    /// <summary>Whether the store did not answer when it was last asked.</summary>
    public bool IsAway => _isAway;

    /// <summary>
    /// The state as it was known within the last 400 ms; an older one only while the store is away. Throws where none was ever known and
    /// the store does not tell.
    /// </summary>
    public async ValueTask<ContentState> CurrentAsync(CancellationToken cancellation)
    {
        var known = _known;
        if (known is not null && time.GetElapsedTime(known.At) < Fresh)
        {
            return known.State;
        }

        var reading = Reading(known is not null);
        if (known is null)
        {
            return await reading.WaitAsync(cancellation);
        }

        if (!_isAway)
        {
            try
            {
                return await reading.WaitAsync(Patience, time, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                Leave(e);
            }
        }

        return known.State;
    }

    /// <summary>
    /// The reading under way, for all who ask meanwhile; a failed one is not repeated at once while there is a state to go on with.
    /// </summary>
    private Task<ContentState> Reading(bool isKnown)
    {
        lock (_gate)
        {
            if (_reading is { IsCompleted: false } || _reading is { IsFaulted: true } && isKnown && time.GetElapsedTime(_readSince) < Fresh)
            {
                return _reading;
            }

            _readSince = time.GetTimestamp();
            _reading = Task.Run(() => ReadAsync(isKnown ? Longest : Timeout.InfiniteTimeSpan), CancellationToken.None);

            // Perhaps nobody waits for it to the end.
            _ = _reading.ContinueWith(
                static r => _ = r.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default
            );
            return _reading;
        }
    }

    private async Task<ContentState> ReadAsync(TimeSpan longest)
    {
        using var cancellation = new CancellationTokenSource(longest, time);
        ContentState state;
        try
        {
            state = await AskAsync(cancellation.Token).WaitAsync(longest, time);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException("The store does not answer in time.", e);
        }

        _known = new Known(state, time.GetTimestamp());
        if (_isAway)
        {
            // Said first: whoever sees that the store is back finds it in the log.
            IsBack(_logger);
            _isAway = false;
        }

        return state;
    }

    private async Task<ContentState> AskAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new ContentState(await context.ContentStamps.AsNoTracking().ToDictionaryAsync(s => s.Realm, s => s.Version, cancellation));
    }

    private void Leave(Exception failure)
    {
        lock (_gate)
        {
            // Many may have waited for the same reading, and it may have come in the end.
            if (_isAway || _reading is { IsCompletedSuccessfully: true })
            {
                return;
            }

            _isAway = true;
        }

        WentAway(_logger, failure.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer: kept pages are served as they were last known ({Failure})")]
    private static partial void WentAway(ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store answers again: pages follow its content")]
    private static partial void IsBack(ILogger logger);

    private sealed record Known(ContentState State, long At);
}
