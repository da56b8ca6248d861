using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>Deletes what was kept of sign-ins, one-time links and mails once its time is over.</summary>
public sealed class AccountRetention(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>Links are kept for so long after their end, so that what became of them can be told.</summary>
    public static readonly TimeSpan TicketsKept = TimeSpan.FromDays(30);

    /// <summary>Tells how many rows went.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (tickets, sessions, mails) = (now - TicketsKept, now - SessionDesk.Kept, now - Outbox.Life);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.AccountTickets.Where(t => t.ExpiresUtc < tickets).ExecuteDeleteAsync(cancellation)
            + await context.AccountSessions.Where(s => s.SeenUtc < sessions).ExecuteDeleteAsync(cancellation)
            + await context.OutgoingMails.Where(m => m.CreatedUtc < mails).ExecuteDeleteAsync(cancellation);
    }
}
