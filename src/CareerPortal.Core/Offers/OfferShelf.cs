using System.Linq.Expressions;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers;

/// <summary>Reads offers from the store for the pages that show them.</summary>
public sealed class OfferShelf(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>More are not read at once.</summary>
    public const int Most = 200;

    /// <summary>Made once: every list of offers asks for it, and to make it costs a third of what reading twenty does.</summary>
    private static readonly Expression<Func<JobOffer, OfferSource, ListedOffer>> Row = (o, s) =>
        new ListedOffer
        {
            Id = o.Id,
            Facts = o.Facts,
            State = o.State,
            Closing = o.Closing,
            ClosedUtc = o.ClosedUtc,
            FirstSeenUtc = o.FirstSeenUtc,
            LastSeenUtc = o.LastSeenUtc,
            Returns = o.Returns,
            OccupationCode = o.OccupationCode,
            OccupationOrigin = o.OccupationOrigin,
            Occupations = o.Occupations,
            SameAs = o.SameAs,
            TogetherWith = o.TogetherWith,
            Sequence = o.Sequence,
            ExternalId = o.ExternalId,
            SourceKey = s.Key,
            SourceKind = s.Kind,
            SourceName = s.Name,
            Licence = s.Licence,
            Attribution = s.Attribution,
            SourceUrl = s.Url,
        };

    /// <summary>Offers by their numbers, open and closed; a number that no offer has is not among them.</summary>
    public async Task<IReadOnlyDictionary<long, ListedOffer>> ReadAsync(IEnumerable<long> ids, CancellationToken cancellation)
    {
        var asked = ids.Distinct().Take(Most).ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<long, ListedOffer>();
        }

        // As one parameter: the text of the question does not depend on how many are asked for.
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Listed(context, o => EF.Parameter(asked).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
    }

    /// <summary>The same in the order of the numbers.</summary>
    public async Task<IReadOnlyList<ListedOffer>> ListAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var offers = await ReadAsync(ids, cancellation);
        return [.. ids.Where(offers.ContainsKey).Select(id => offers[id])];
    }

    /// <summary>An offer, open or closed; null where there never was one of that number.</summary>
    public async Task<ListedOffer?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Listed(context, o => o.Id == id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The open offers that are the same post, and those that are its text for other towns; without itself.</summary>
    public async Task<IReadOnlyList<ListedOffer>> KinAsync(ListedOffer offer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var (same, together) = (offer.SameAs ?? offer.Id, offer.TogetherWith ?? offer.Id);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Listed(
                context,
                o =>
                    o.State == OfferState.Open
                    && o.Id != offer.Id
                    && (o.Id == same || o.SameAs == same || o.Id == together || o.TogetherWith == together)
            )
            .OrderBy(o => o.Id)
            .Take(Most)
            .ToListAsync(cancellation);
    }

    /// <summary>Offers with their sources, as pages show them.</summary>
    internal static IQueryable<ListedOffer> Listed(PortalDbContext context, Expression<Func<JobOffer, bool>> which) =>
        context.Set<JobOffer>().Where(which).Join(context.Set<OfferSource>(), o => o.Source, s => s.Key, Row);
}
