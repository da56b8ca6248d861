using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers;

/// <summary>Tells whoever keeps a copy of the open offers what to take over: all of them, and then what changed, with what was closed.</summary>
public sealed class OfferHistory(IDbContextFactory<PortalDbContext> contexts)
{
    public const int MostAtOnce = 1000;

    /// <summary>
    /// A page of what somebody has to take over; null where the store no longer tells all that changed since, or never knew that state: everything is
    /// then to be taken anew.
    /// </summary>
    public async Task<OfferChanges?> SinceAsync(OfferCursor? since, int size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostAtOnce);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var counter = await context
            .Set<OfferCounter>()
            .Where(c => c.Id == OfferCounter.One)
            .Select(c => new { c.Last, c.Forgotten })
            .FirstOrDefaultAsync(cancellation);
        var (last, forgotten) = (counter?.Last ?? 0, counter?.Forgotten ?? 0);
        if (since is not null && (since.Sequence > last || since.Sequence < forgotten))
        {
            return null;
        }

        if (since is null || since.After is not null)
        {
            var after = since?.After ?? 0;
            var start = since?.Sequence ?? last;
            var open = await OfferShelf
                .Listed(context, o => o.State == OfferState.Open && o.Id > after)
                .OrderBy(o => o.Id)
                .Take(size + 1)
                .ToListAsync(cancellation);
            var isMore = open.Count > size;
            var page = open.Take(size).ToList();
            return new OfferChanges(IsSnapshot: true, page, [], isMore, new OfferCursor(start, isMore ? page[^1].Id : null));
        }

        var from = since.Sequence;
        var changed = await OfferShelf
            .Listed(context, o => o.Sequence > from && o.Sequence <= last)
            .OrderBy(o => o.Sequence)
            .Take(size + 1)
            .ToListAsync(cancellation);
        var hasMore = changed.Count > size;
        var rows = changed.Take(size).ToList();
        return new OfferChanges(
            IsSnapshot: false,
            [.. rows.Where(o => o.State == OfferState.Open)],
            [.. rows.Where(o => o.State != OfferState.Open)],
            hasMore,
            new OfferCursor(hasMore ? rows[^1].Sequence : last)
        );
    }
}
