using CareerPortal.Data;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers;

/// <summary>What readers find wrong with offers: taken in without anything that tells who, and gone a year later.</summary>
public sealed class OfferReportBox(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int KeptMonths = 12;

    /// <summary>So many of one offer wait at most for each reason: more of them tell nothing new, and whoever sends them hides no other reason.</summary>
    public const int MostWaiting = 10;

    /// <summary>Takes in what a reader says of an offer; false where there is no such offer.</summary>
    public async Task<bool> TakeAsync(long offerId, OfferReportReason reason, string? words, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.JobOffers.AnyAsync(o => o.Id == offerId, cancellation))
        {
            return false;
        }

        var waiting = context.OfferReports.Where(r => r.OfferId == offerId && r.Reason == reason && r.SettledUtc == null);
        if (await waiting.CountAsync(cancellation) < MostWaiting)
        {
            context.Add(
                new OfferReport
                {
                    OfferId = offerId,
                    Reason = reason,
                    Words = TypedText.Clean(words, OfferReport.WordsMaxLength),
                    SentUtc = time.GetUtcNow().UtcDateTime,
                }
            );
            await context.SaveChangesAsync(cancellation);
        }

        return true;
    }

    /// <summary>Deletes what has had its time; tells how many went.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().UtcDateTime.AddMonths(-KeptMonths);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.OfferReports.Where(r => r.SentUtc < oldest).OrderBy(r => r.SentUtc).ThenBy(r => r.Id).DeleteInTurnsAsync(cancellation);
    }
}
