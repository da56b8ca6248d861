using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Alerts;

/// <summary>What an operator may do with alerts: count them, and erase all of an address whose owner asks for that without a link.</summary>
public sealed class AlertRegister(IDbContextFactory<PortalDbContext> contexts)
{
    private const int OpinionsShown = 36;

    public async Task<AlertStatus> StatusAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var active = await context.OfferAlerts.CountAsync(a => a.ConfirmedUtc != null, cancellation);
        var waiting = await context.OfferAlerts.CountAsync(a => a.ConfirmedUtc == null, cancellation);
        var asked = await context.OfferAlerts.CountAsync(a => a.QuestionUtc != null, cancellation);
        var opinions = await context
            .OfferAlertCounts.AsNoTracking()
            .OrderByDescending(c => c.Month)
            .ThenBy(c => c.Opinion)
            .Take(OpinionsShown)
            .ToListAsync(cancellation);
        return new AlertStatus(active, waiting, asked, [.. opinions.Select(c => (c.Month, c.Opinion, c.Times))]);
    }

    /// <summary>Erases all alerts of an address and the mails that wait for them; tells how many alerts.</summary>
    public async Task<int> EraseAsync(string email, CancellationToken cancellation)
    {
        var normal = Account.Normal(email);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ids = await context.OfferAlerts.Where(a => a.NormalEmail == normal).Select(a => a.Id).Take(AlertDesk.Most).ToListAsync(cancellation);
        await context.OutgoingMails.Where(m => m.SubscriptionId != null && ids.Contains(m.SubscriptionId.Value)).ExecuteDeleteAsync(cancellation);
        return await context.OfferAlerts.Where(a => a.NormalEmail == normal).ExecuteDeleteAsync(cancellation);
    }
}
