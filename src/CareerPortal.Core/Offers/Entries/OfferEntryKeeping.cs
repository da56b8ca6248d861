using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>What becomes of entries by themselves: they follow their offer, their employer is told before the end, and they are deleted in time.</summary>
public sealed class OfferEntryKeeping(IDbContextFactory<PortalDbContext> contexts, IOfferLetters letters, TimeProvider time)
{
    /// <summary>How long a proposal waits for its address to be confirmed.</summary>
    public const int UnconfirmedDays = 7;

    /// <summary>How long what was refused, or given back and not mended, is kept.</summary>
    public const int RefusedMonths = 3;

    /// <summary>How long what was on the board is kept once it is off, with the address of who proposed it.</summary>
    public const int EndedMonths = 12;

    /// <summary>So many days before the last one an employer hears of it.</summary>
    public const int ReminderDays = 3;

    private const int AtOnce = 100;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Brings entries to the state of their offers, which also end by themselves or by a report; tells how many changed.</summary>
    public async Task<int> FollowAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var gone = await context
            .OfferEntries.Where(e => e.State == OfferEntryState.Published)
            .Join(context.Set<JobOffer>().Where(o => o.State == OfferState.Closed), e => e.OfferId, o => o.Id, (e, o) => new { Entry = e, o.Closing })
            .OrderBy(e => e.Entry.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var one in gone)
        {
            if (one.Closing == OfferClosing.Expired)
            {
                one.Entry.Expire(Now);
            }
            else
            {
                one.Entry.Close(byPortal: true, one.Entry.Word, Now);
                OfferEntryMail.Add(context, letters, one.Entry, OfferEntryNews.Closed, Now);
            }
        }

        var back = await context
            .OfferEntries.Where(e => e.State == OfferEntryState.Withdrawn || e.State == OfferEntryState.Expired)
            .Where(e => context.Set<JobOffer>().Any(o => o.Id == e.OfferId && o.State == OfferState.Open))
            .OrderBy(e => e.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        back.ForEach(e => e.Reopen(Now));
        return await SaveAsync(context, gone.Count + back.Count, cancellation);
    }

    /// <summary>Tells employers whose offer ends soon; tells how many.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        var until = today.AddDays(ReminderDays);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ending = await context
            .OfferEntries.Where(e =>
                e.State == OfferEntryState.Published && e.ContactEmail != null && e.RemindedUtc == null && e.LastDay >= today && e.LastDay <= until
            )
            .OrderBy(e => e.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var entry in ending)
        {
            entry.Remind(Now);
            OfferEntryMail.Add(context, letters, entry, OfferEntryNews.Ending, Now);
        }

        return await SaveAsync(context, ending.Count, cancellation);
    }

    /// <summary>
    /// Deletes what has had its time, with the links and addresses that belong to it; of an offer that was on the board, its closed page says no more
    /// than leads on from there. Tells how many went.
    /// </summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var (unconfirmed, refused, ended) = (Now.AddDays(-UnconfirmedDays), Now.AddMonths(-RefusedMonths), Now.AddMonths(-EndedMonths));
        var published = await ForgetEndedAsync(ended, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return published
            + await context
                .OfferEntries.Where(e =>
                    (e.State == OfferEntryState.Unconfirmed && e.CreatedUtc < unconfirmed)
                    || ((e.State == OfferEntryState.Refused || (e.State == OfferEntryState.Returned && e.OfferId == null)) && e.ChangedUtc < refused)
                    || (e.OfferId == null && e.ChangedUtc < ended)
                )
                .OrderBy(e => e.ChangedUtc)
                .ThenBy(e => e.Id)
                .DeleteInTurnsAsync(cancellation);
    }

    /// <summary>When something written here was last put on the board; null where nothing ever was.</summary>
    public async Task<DateTime?> LastPublishedAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.OfferEntries.MaxAsync(e => e.PublishedUtc, cancellation);
    }

    /// <summary>Deletes the entries of offers that left the board long ago, with what those offers said.</summary>
    private async Task<int> ForgetEndedAsync(DateTime ended, CancellationToken cancellation)
    {
        var (all, turn) = (0, 0);
        do
        {
            await using (var context = await contexts.CreateDbContextAsync(cancellation))
            {
                if (!await Ended(context, ended).AnyAsync(cancellation))
                {
                    return all;
                }
            }

            try
            {
                turn = await contexts.InTransactionAsync((context, token) => ForgetAsync(context, ended, token), static _ => true, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody writes on one of them, or another node was faster: the next time sees to the rest.
                turn = 0;
            }

            all += turn;
        } while (turn == AtOnce);
        return all;
    }

    private async Task<int> ForgetAsync(PortalDbContext context, DateTime ended, CancellationToken cancellation)
    {
        // The counter first, as all who write offers do: nobody waits for whoever waits for them.
        var number = await context.TakeNumbersAsync(AtOnce, cancellation);
        var rows = await Ended(context, ended)
            .Join(context.Set<JobOffer>(), e => e.OfferId, o => o.Id, (e, o) => new { Entry = e, Offer = o })
            .OrderBy(r => r.Entry.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var row in rows)
        {
            OfferPublication.Forget(row.Offer, number++, Now);
            context.Remove(row.Entry);
        }

        await context.SaveChangesAsync(cancellation);
        return rows.Count;
    }

    /// <summary>What was on the board and left it before that moment.</summary>
    private static IQueryable<OfferEntry> Ended(PortalDbContext context, DateTime before) =>
        context.OfferEntries.Where(e => e.ChangedUtc < before && context.Set<JobOffer>().Any(o => o.Id == e.OfferId && o.State != OfferState.Open));

    private static async Task<int> SaveAsync(PortalDbContext context, int changed, CancellationToken cancellation)
    {
        if (changed == 0)
        {
            return 0;
        }

        try
        {
            await context.SaveChangesAsync(cancellation);
            return changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody writes on one of them, or another node was faster: the next turn sees to the rest.
            return 0;
        }
    }
}
