using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers;

/// <summary>Numbers for changes of offers, in the order in which they become visible.</summary>
internal static class OfferSequence
{
    /// <summary>
    /// Takes so many numbers and returns the first. Asked first in a transaction: the row stays locked until the commit, so no later change is seen
    /// before an earlier one.
    /// </summary>
    public static async Task<long> TakeNumbersAsync(this PortalDbContext context, int count, CancellationToken cancellation)
    {
        var raised = await context
            .OfferCounters.Where(c => c.Id == OfferCounter.One)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Last, c => c.Last + count), cancellation);
        if (raised == 0)
        {
            context.Add(new OfferCounter { Last = count });
            await context.SaveChangesAsync(cancellation);
        }

        return await context.OfferCounters.Where(c => c.Id == OfferCounter.One).Select(c => c.Last).FirstOrDefaultAsync(cancellation) - count + 1;
    }
}
