using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Alerts;

/// <summary>
/// What people do with their alerts: ask for one, confirm it, change it, let it go on, end it. Whoever asks learns nothing of what the store knows of an
/// address: only its owner reads the mail.
/// </summary>
public sealed class AlertDesk(IDbContextFactory<PortalDbContext> contexts, AlertKeys keys, TimeProvider time)
{
    /// <summary>An address has no more alerts than this.</summary>
    public const int MostOfAnAddress = 10;

    /// <summary>No more than this wait to be confirmed by an address: whoever types that of somebody else sends no more mails by it.</summary>
    public const int MostUnconfirmed = 3;

    /// <summary>No address has more rows than this, even if two wishes come at the same moment.</summary>
    internal const int Most = 2 * MostOfAnAddress;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Takes a wish for an alert in, and has the address told by mail what becomes of it. The same search for the same address is the same alert.
    /// </summary>
    public async Task AskAsync(AskAlert ask, Func<AlertNotice, OfferAlert, AlertSeal, Task<MailText>> write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(write);
        var search = AlertSearch.Write(ask.Query) ?? throw new ArgumentException("The search is longer than an alert can hold.", nameof(ask));
        var (hash, normal, now) = (AlertSearch.HashOf(search), Account.Normal(ask.Email), Now);
        var seal = await keys.MakeAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var its = await context.OfferAlerts.Where(a => a.NormalEmail == normal).OrderBy(a => a.Id).Take(Most).ToListAsync(cancellation);
        var alert = its.Find(a => a.SearchHash.AsSpan().SequenceEqual(hash));
        var notice = alert?.ConfirmedUtc is null ? AlertNotice.Confirm : AlertNotice.Active;
        if (alert is null && (its.Count >= MostOfAnAddress || its.Count(a => a.ConfirmedUtc is null) >= MostUnconfirmed))
        {
            // Whoever has confirmed nothing has as many mails as may come.
            (alert, notice) = (its.Find(a => a.ConfirmedUtc is not null), AlertNotice.TooMany);
        }
        else if (alert is null)
        {
            alert = new OfferAlert
            {
                Email = ask.Email,
                NormalEmail = normal,
                Search = search,
                SearchHash = hash,
                Language = ask.Language,
                Rhythm = ask.Rhythm,
                AskedUtc = now,
                TouchedUtc = now,
            };
            context.Add(alert);
        }

        if (alert?.MayBeTold(now) != true)
        {
            return;
        }

        if (notice == AlertNotice.Confirm)
        {
            alert.AskAgain(ask.Rhythm, ask.Language, now);
        }

        alert.Tell(now);
        Outbox.Add(context, now, alert.Email, await write(notice, alert, seal));
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (Exception e) when (e is DuplicateRowException or DbUpdateConcurrencyException)
        {
            // Asked for twice at the same moment: the other one has the mail.
        }
    }

    /// <summary>The alert that a link of a mail is about; null where the link is none of this site's, or not for that.</summary>
    public async Task<Guid?> OpenAsync(string? link, AlertLink purpose, CancellationToken cancellation) =>
        await keys.FindAsync(cancellation) is { } seal ? seal.Read(link, purpose) : null;

    /// <summary>Another link to an alert, for whoever came by one that only its owner has; null where there was never an alert.</summary>
    public async Task<string?> LinkAsync(Guid alertId, AlertLink purpose, CancellationToken cancellation) =>
        (await keys.FindAsync(cancellation))?.Write(alertId, purpose);

    /// <summary>An alert with all that is kept of it; null where it has ended.</summary>
    public async Task<AlertCard?> FindAsync(Guid alertId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var card = await context
            .OfferAlerts.Where(a => a.Id == alertId)
            .Select(a => new AlertCard
            {
                Id = a.Id,
                Email = a.Email,
                Search = a.Search,
                Language = a.Language,
                Rhythm = a.Rhythm,
                AskedUtc = a.AskedUtc,
                ConfirmedUtc = a.ConfirmedUtc,
                TouchedUtc = a.TouchedUtc,
                QuestionUtc = a.QuestionUtc,
                DueOn = a.DueOn,
                FirstOffer = a.FirstOffer,
                LastOffer = a.LastOffer,
                Notices = a.Notices,
                NoticeUtc = a.NoticeUtc,
            })
            .FirstOrDefaultAsync(cancellation);
        if (card is null)
        {
            return null;
        }

        var digests = await context
            .OfferAlertDigests.Where(d => d.AlertId == alertId)
            .OrderByDescending(d => d.Day)
            .Take(AlertRetention.DigestsKeptDays)
            .Select(d => new { d.Day, d.Offers })
            .ToListAsync(cancellation);
        return card with { Digests = [.. digests.Select(d => (d.Day, d.Offers))] };
    }

    /// <summary>The owner of the address wants the alert: what comes to the board from now on is told. False where it has ended.</summary>
    public async Task<bool> ConfirmAsync(Guid alertId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var last = await context.JobOffers.OrderByDescending(o => o.Id).Select(o => o.Id).FirstOrDefaultAsync(cancellation);
        return await ChangeAsync(
            context,
            alertId,
            alert =>
            {
                if (alert.ConfirmedUtc is null)
                {
                    alert.Confirm(last, BelgianDay.Today(time), Now);
                }
            },
            cancellation
        );
    }

    /// <summary>Changes how often mails come; false where there is no alert that was confirmed.</summary>
    public async Task<bool> SetRhythmAsync(Guid alertId, AlertRhythm rhythm, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ChangeAsync(context, alertId, alert => alert.Change(rhythm, BelgianDay.Today(time), Now), cancellation);
    }

    /// <summary>The person wants the alert to go on; false where it has ended.</summary>
    public async Task<bool> GoOnAsync(Guid alertId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ChangeAsync(context, alertId, alert => alert.Touch(Now), cancellation);
    }

    /// <summary>Counts what somebody thinks of the offers of a mail; false where the alert has ended.</summary>
    public async Task<bool> CountAsync(Guid alertId, AlertOpinion opinion, CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        var month = new DateOnly(today.Year, today.Month, 1);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await ChangeAsync(context, alertId, alert => alert.Touch(Now), cancellation))
        {
            return false;
        }

        if (await CountAsync(context, month, opinion, cancellation) == 0)
        {
            context.Add(
                new OfferAlertCount
                {
                    Month = month,
                    Opinion = opinion,
                    Times = 1,
                }
            );
            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (DuplicateRowException)
            {
                // Somebody else was the first of the month.
                await CountAsync(context, month, opinion, cancellation);
            }
        }

        return true;
    }

    /// <summary>Ends an alert and erases all that was kept of it, mails that wait among it; whether there was one.</summary>
    public async Task<bool> StopAsync(Guid alertId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var gone = await context.OfferAlerts.Where(a => a.Id == alertId).ExecuteDeleteAsync(cancellation);
        await context.OutgoingMails.Where(m => m.SubscriptionId == alertId).ExecuteDeleteAsync(cancellation);
        return gone > 0;
    }

    private static Task<int> CountAsync(PortalDbContext context, DateOnly month, AlertOpinion opinion, CancellationToken cancellation) =>
        context
            .OfferAlertCounts.Where(c => c.Month == month && c.Opinion == opinion)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Times, x => x.Times + 1), cancellation);

    private static async Task<bool> ChangeAsync(PortalDbContext context, Guid alertId, Action<OfferAlert> change, CancellationToken cancellation)
    {
        const int mostTries = 3;
        for (var tried = 1; ; tried++)
        {
            var alert = await context.OfferAlerts.FirstOrDefaultAsync(a => a.Id == alertId, cancellation);
            if (alert is null)
            {
                return false;
            }

            change(alert);
            try
            {
                await context.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (tried < mostTries)
            {
                // A mail was made of it in this moment.
                context.ChangeTracker.Clear();
            }
        }
    }
}
