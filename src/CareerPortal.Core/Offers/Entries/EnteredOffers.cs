using CareerPortal.Data;
using CareerPortal.Offers.Sources;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>What readers may see of the offers that were written here.</summary>
public sealed class EnteredOffers(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    private const int MostListed = 10_000;

    /// <summary>The text of an offer on the board as it was published; null for one that was not written here.</summary>
    public async Task<EnteredOffer?> FindAsync(long offerId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var entry = await context
            .OfferEntries.Where(e => e.OfferId == offerId)
            .Select(e => new
            {
                e.Live,
                e.EnteredById,
                e.PublishedUtc,
            })
            .FirstOrDefaultAsync(cancellation);
        return entry is { Live: { } live, PublishedUtc: { } published } ? new EnteredOffer(live, entry.EnteredById is null, published) : null;
    }

    /// <summary>The entry that an offer on the board was published from; null for one that was not written here.</summary>
    public async Task<int?> EntryOfAsync(long offerId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.OfferEntries.Where(e => e.OfferId == offerId).Select(e => (int?)e.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Those that can be answered today.</summary>
    public async Task<IReadOnlyList<ListedOwnOffer>> OpenAsync(CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context
            .JobOffers.Where(o => o.Source == OwnOffers.SourceKey && o.State == OfferState.Open && (o.Expires == null || o.Expires >= today))
            .OrderBy(o => o.Id)
            .Take(MostListed)
            .Select(o => new
            {
                o.Id,
                o.Facts,
                Published = context.Set<OfferEntry>().Where(e => e.OfferId == o.Id).Max(e => e.PublishedUtc),
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(o => new ListedOwnOffer(o.Id, o.Facts.Title, o.Published))];
    }
}
