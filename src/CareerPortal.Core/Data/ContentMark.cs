using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>Tells which state of the published content is current; asks the store at most every two seconds, so every node follows a change made on another.</summary>
public sealed class ContentMark(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Known? _known;

    public async ValueTask<Guid> CurrentAsync(CancellationToken cancellation)
    {
        var known = _known;
        if (known is not null && time.GetElapsedTime(known.At) < Fresh)
        {
            return known.Version;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var version = await context.ContentStamps.OrderBy(s => s.Id).Select(s => s.Version).FirstOrDefaultAsync(cancellation);
        _known = new Known(version, time.GetTimestamp());
        return version;
    }

    private sealed record Known(Guid Version, long At);
}
