using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>How the desks of accounts store what they changed.</summary>
internal static class AccountWork
{
    /// <summary>Saves, or tells that somebody else was faster.</summary>
    public static async Task<AccountAnswer> SaveAsync(PortalDbContext context, CancellationToken cancellation)
    {
        try
        {
            await context.SaveChangesAsync(cancellation);
            return AccountAnswer.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountAnswer.Stale;
        }
    }
}
