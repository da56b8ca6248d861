using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Offers.Board;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Alerts;

/// <summary>
/// Makes the mails of alerts whose day has come. The row of the day, what was told and the waiting mail are stored together or not at all: a second
/// node, or a second try, finds the row and makes none.
/// </summary>
public sealed class AlertRounds(IDbContextFactory<PortalDbContext> contexts, AlertKeys keys, OfferBoard board, OfferShelf shelf, TimeProvider time)
{
    /// <summary>A mail shows no more offers than this, and tells how many more there are.</summary>
    public const int MostShown = 10;

    private const int MostAtOnce = 200;

    /// <summary>Alerts for which a mail may be made today, those first that have waited longest; none while the board cannot be believed.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var due = await context
            .OfferAlerts.Where(a => a.ConfirmedUtc != null && a.DueOn <= today)
            .OrderBy(a => a.DueOn)
            .ThenBy(a => a.Id)
            .Select(a => a.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        return due.Count > 0 && await board.CurrentAsync(cancellation) is { IsBehind: false } ? due : [];
    }

    /// <summary>Lays the mail of an alert in where there is anything new; whether it did.</summary>
    public async Task<bool> MakeAsync(Guid alertId, Func<AlertMail, Task<MailText>> write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(write);
        var today = BelgianDay.Today(time);
        if (await board.CurrentAsync(cancellation) is not { IsBehind: false } state)
        {
            return false;
        }

        var seal = await keys.MakeAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var alert = await context.OfferAlerts.FirstOrDefaultAsync(a => a.Id == alertId, cancellation);
        if (alert?.ConfirmedUtc is null || alert.DueOn > today)
        {
            return false;
        }

        var hits = state.Find(
            AlertSearch.Read(alert.Search) with
            {
                PageSize = MostShown,
                Arrived = new OfferArrival(alert.FirstOffer, alert.LastOffer),
            },
            today
        );
        var shown = await ShownAsync(hits, today, cancellation);
        if (hits.Total > 0 && shown.Count == 0)
        {
            // Closed since the board was read: another time.
            return false;
        }

        var mails = shown.Count > 0;
        if (mails)
        {
            context.Add(
                new OfferAlertDigest
                {
                    AlertId = alert.Id,
                    Day = today,
                    Offers = hits.Total,
                }
            );
            var mail = await write(new AlertMail(alert, seal, today, shown, hits.Total));
            Outbox.Add(context, time.GetUtcNow().UtcDateTime, alert.Email, mail);
        }

        alert.DealWith(today, hits.LastArrived);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return mails;
        }
        catch (Exception e) when (e is DuplicateRowException or DbUpdateConcurrencyException)
        {
            // Another node was faster, or the person changed or ended it in this moment.
            return false;
        }
    }

    private async Task<List<(ListedOffer Offer, double? Kilometres, IReadOnlyList<ListedOffer> Others)>> ShownAsync(
        OfferHits hits,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var offers = await shelf.ReadAsync(hits.Page.SelectMany(h => h.Others.Prepend(h.Id)), cancellation);
        return
        [
            .. hits
                .Page.Where(h => offers.TryGetValue(h.Id, out var offer) && offer.IsOpenOn(today))
                .Select(h =>
                    (offers[h.Id], h.Kilometres, (IReadOnlyList<ListedOffer>)[.. h.Others.Where(offers.ContainsKey).Select(o => offers[o])])
                ),
        ];
    }
}
