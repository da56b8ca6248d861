using CareerPortal.Data;
using CareerPortal.Offers.Doubles;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Sources;

/// <summary>
/// Says of every open offer which others are the same post, and which are its text for other towns: over all of them, since each may join two.
/// </summary>
public sealed class OfferKinship(IDbContextFactory<PortalDbContext> contexts, OfferGrouperShelf groupers)
{
    private const int AtOnce = 2000;

    /// <summary>Brings the store to what the offers say now; tells how many changed. Done again at once, it changes none.</summary>
    public async Task<int> SettleAsync(CancellationToken cancellation)
    {
        var (keys, held) = (new List<OfferKey>(), new Dictionary<long, Kin>());
        var distinctions = new List<(long, long)>();
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            for (var from = 0L; ; )
            {
                var page = await context
                    .JobOffers.Where(o => o.State == OfferState.Open && o.Id > from)
                    .OrderBy(o => o.Id)
                    .Take(AtOnce)
                    .Select(o => new
                    {
                        o.Id,
                        o.Facts,
                        o.SameAs,
                        o.TogetherWith,
                    })
                    .ToListAsync(cancellation);
                foreach (var offer in page)
                {
                    keys.Add(OfferKey.Of(offer.Id, offer.Facts));
                    held[offer.Id] = new Kin(offer.SameAs, offer.TogetherWith);
                }

                if (page.Count < AtOnce)
                {
                    break;
                }

                from = page[^1].Id;
            }

            var said = await context.OfferDistinctions.Select(d => new { d.FirstId, d.SecondId }).ToListAsync(cancellation);
            distinctions.AddRange(said.Select(d => (d.FirstId, d.SecondId)));
        }

        var groups = (await groupers.CurrentAsync(cancellation)).Group(keys, distinctions);
        var changed = new Dictionary<long, Kin>();
        foreach (var (id, before) in held)
        {
            var now = new Kin(groups.SameAs(id), groups.TogetherWith(id));
            if (now != before)
            {
                changed[id] = now;
            }
        }

        foreach (var ids in changed.Keys.Order().Chunk(OfferWriter.BatchSize))
        {
            await contexts.InTransactionAsync(
                async (context, token) =>
                {
                    var number = await context.TakeNumbersAsync(ids.Length, token);
                    var rows = await context.JobOffers.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(token);
                    foreach (var row in rows)
                    {
                        (row.SameAs, row.TogetherWith) = (changed[row.Id].SameAs, changed[row.Id].TogetherWith);
                        row.Sequence = number++;
                    }

                    await context.SaveChangesAsync(token);
                    return rows.Count;
                },
                static _ => true,
                cancellation
            );
        }

        return changed.Count;
    }

    private sealed record Kin(long? SameAs, long? TogetherWith);
}
