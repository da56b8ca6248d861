using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Alerts;

/// <summary>Ends alerts that nobody confirmed, that nobody wants any longer, or whose address takes no mail.</summary>
public sealed class AlertRetention(IDbContextFactory<PortalDbContext> contexts, AlertKeys keys, TimeProvider time)
{
    /// <summary>A wish that nobody confirms is kept for so many days.</summary>
    public const int UnconfirmedKeptDays = 3;

    /// <summary>After so many months without a sign of its owner a mail asks whether an alert shall go on.</summary>
    public const int UntouchedMonths = 12;

    /// <summary>So many days there are to answer that.</summary>
    public const int AnswerDays = 30;

    /// <summary>What mails were made is kept for so many days.</summary>
    public const int DigestsKeptDays = 31;

    /// <summary>Counted opinions are kept for so many months.</summary>
    public const int CountsKeptMonths = 24;

    private const int MostAtOnce = 200;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Asks the owners of alerts that nobody touched for a year; tells how many.</summary>
    public async Task<int> AskAsync(Func<AlertNotice, OfferAlert, AlertSeal, Task<MailText>> write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (now, untouched) = (Now, Now.AddMonths(-UntouchedMonths));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var alerts = await context
            .OfferAlerts.Where(a => a.ConfirmedUtc != null && a.QuestionUtc == null && a.TouchedUtc < untouched)
            .OrderBy(a => a.TouchedUtc)
            .ThenBy(a => a.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        if (alerts.Count == 0)
        {
            return 0;
        }

        var seal = await keys.MakeAsync(cancellation);
        var asked = 0;
        foreach (var alert in alerts)
        {
            alert.Ask(now);
            Outbox.Add(context, now, alert.Email, await write(AlertNotice.Question, alert, seal));
            try
            {
                await context.SaveChangesAsync(cancellation);
                asked++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Touched in this moment, or asked by another node: the others are asked the next time.
                break;
            }
        }

        return asked;
    }

    /// <summary>Ends the alerts whose address a server has refused for good; tells how many.</summary>
    public async Task<int> EndRefusedAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ended = await context
            .OfferAlerts.Where(a => context.Set<OutgoingMail>().Any(m => m.SubscriptionId == a.Id && m.RefusedUtc != null))
            .ExecuteDeleteAsync(cancellation);

        // Also what waits for alerts that ended while a mail was made.
        await context
            .OutgoingMails.Where(m => m.SubscriptionId != null && !context.Set<OfferAlert>().Any(a => a.Id == m.SubscriptionId))
            .ExecuteDeleteAsync(cancellation);
        return ended;
    }

    /// <summary>Deletes what has had its time; tells how many alerts went.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var (asked, unanswered) = (Now.AddDays(-UnconfirmedKeptDays), Now.AddDays(-AnswerDays));
        var (days, months) = (BelgianDay.Today(time).AddDays(-DigestsKeptDays), BelgianDay.Today(time).AddMonths(-CountsKeptMonths));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.OfferAlertDigests.Where(d => d.Day < days).OrderBy(d => d.Day).ThenBy(d => d.AlertId).DeleteInTurnsAsync(cancellation);
        await context.OfferAlertCounts.Where(c => c.Month < months).OrderBy(c => c.Month).ThenBy(c => c.Opinion).DeleteInTurnsAsync(cancellation);
        return await context
            .OfferAlerts.Where(a => a.ConfirmedUtc == null && a.AskedUtc < asked || a.QuestionUtc != null && a.QuestionUtc < unanswered)
            .OrderBy(a => a.AskedUtc)
            .ThenBy(a => a.Id)
            .DeleteInTurnsAsync(cancellation);
    }
}
