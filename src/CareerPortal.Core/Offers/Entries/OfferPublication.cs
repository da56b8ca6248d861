using CareerPortal.Data;
using CareerPortal.Offers.Sources;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>Brings what was written here to the board and takes it off again, within the transaction of whoever decides it.</summary>
public sealed class OfferPublication(IDbContextFactory<PortalDbContext> contexts, OfferWriter writer, OfferRuns runs, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>What publishing needs to know before its transaction begins.</summary>
    internal async Task<FoundOccupations> PrepareAsync(OfferEntry entry, OfferFacts facts, CancellationToken cancellation)
    {
        await runs.EnsureSourceAsync(OwnOffers.Source, cancellation);
        return await writer.OccupationsOfAsync(new SourceOffer(NameOf(entry), facts), cancellation);
    }

    /// <summary>Puts a text on the board; the offer keeps the day on which it was first published.</summary>
    internal async Task<JobOffer> PutAsync(
        PortalDbContext context,
        OfferEntry entry,
        OfferFacts facts,
        FoundOccupations found,
        CancellationToken cancellation
    )
    {
        var published = await context
            .JobOffers.Where(o => o.Id == entry.OfferId)
            .Select(o => (DateOnly?)o.Published)
            .FirstOrDefaultAsync(cancellation);
        var offer = new SourceOffer(NameOf(entry), facts with { Published = published ?? facts.Published });
        return await writer.PutAsync(context, OwnOffers.SourceKey, offer, found, cancellation);
    }

    /// <summary>Takes an offer off the board.</summary>
    internal async Task CloseAsync(PortalDbContext context, OfferEntry entry, OfferClosing why, CancellationToken cancellation)
    {
        var number = await context.TakeNumbersAsync(1, cancellation);
        if (await context.JobOffers.SingleOrDefaultAsync(o => o.Id == entry.OfferId && o.State == OfferState.Open, cancellation) is { } offer)
        {
            offer.Close(why, Now);
            offer.Sequence = number;
        }
    }

    /// <summary>Takes an offer off the board for good: what its page leads on by is left of it, and nothing of who wrote it.</summary>
    internal async Task ForgetAsync(PortalDbContext context, OfferEntry entry, CancellationToken cancellation)
    {
        var number = await context.TakeNumbersAsync(1, cancellation);
        if (await context.JobOffers.SingleOrDefaultAsync(o => o.Id == entry.OfferId, cancellation) is { } offer)
        {
            Forget(offer, number, Now);
        }
    }

    /// <summary>Leaves the title, the places and the days of an offer; nobody puts it on the board again.</summary>
    internal static void Forget(JobOffer offer, long number, DateTime now)
    {
        var facts = new OfferFacts
        {
            Title = offer.Facts.Title,
            Places = offer.Facts.Places,
            Published = offer.Facts.Published,
            EarlierDates = offer.Facts.EarlierDates,
            Expires = offer.Facts.Expires,
        };
        (offer.Facts, offer.Hash, offer.Reference, offer.Sequence) = (facts, OfferHash.Of(facts), null, number);
        if (offer.State == OfferState.Open || offer.Closing == OfferClosing.ByHand)
        {
            // What was closed by hand could be opened again: it would be empty.
            offer.Close(OfferClosing.Withdrawn, offer.ClosedUtc ?? now);
        }
        else
        {
            offer.Touch();
        }
    }

    /// <summary>
    /// Gives an offer another last day, and puts it on the board again where it was off; false where somebody of the portal took it off, which only a
    /// reviewer undoes.
    /// </summary>
    internal async Task<bool> RenewAsync(PortalDbContext context, OfferEntry entry, DateOnly lastDay, bool byReviewer, CancellationToken cancellation)
    {
        var offer = await context.JobOffers.SingleAsync(o => o.Id == entry.OfferId, cancellation);
        if (!byReviewer && offer.Closing == OfferClosing.ByHand && entry.State != OfferEntryState.Withdrawn)
        {
            return false;
        }

        var found = new FoundOccupations(offer.OccupationCode, offer.OccupationOrigin, offer.Occupations);
        var facts = offer.Facts with { Expires = lastDay, EarlierDates = [] };
        await writer.PutAsync(context, OwnOffers.SourceKey, new SourceOffer(offer.ExternalId, facts), found, cancellation);
        return true;
    }

    /// <summary>An entry as it is now, unwatched.</summary>
    internal async Task<OfferEntry?> ReadAsync(int entryId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.OfferEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == entryId, cancellation);
    }

    private static string NameOf(OfferEntry entry) => entry.FormKey.ToString("N");
}
