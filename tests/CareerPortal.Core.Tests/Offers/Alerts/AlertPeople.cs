using CareerPortal.Accounts;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Alerts;

/// <summary>The desks of alerts over a store of offers, with mails that say in a few words what they are.</summary>
internal sealed class AlertPeople : IDisposable
{
    private AlertPeople(OfferStore offers)
    {
        Offers = offers;
        Keys = new AlertKeys(offers.Store);
        Desk = new AlertDesk(offers.Store, Keys, offers.Store.Time);
        Retention = new AlertRetention(offers.Store, Keys, offers.Store.Time);
        Board = offers.Board();
        Rounds = RoundsOn(Board);
    }

    public OfferStore Offers { get; }

    public AlertKeys Keys { get; }

    public AlertDesk Desk { get; }

    public AlertRetention Retention { get; }

    public OfferBoard Board { get; }

    public AlertRounds Rounds { get; }

    public static async Task<AlertPeople> MakeAsync() => new(await OfferStore.MakeAsync());

    public AlertRounds RoundsOn(OfferBoard board) => new(Offers.Store, Keys, board, Offers.Shelf, Offers.Store.Time);

    public Task AskAsync(string email, string search, AlertRhythm rhythm = AlertRhythm.Daily) =>
        Desk.AskAsync(new AskAlert(email, AlertSearch.Read(search), rhythm, "fr"), NoticeAsync, OfferStore.Cancellation);

    /// <summary>Asks for an alert and confirms it; tells its number.</summary>
    public async Task<Guid> SubscribeAsync(string email, string search, AlertRhythm rhythm = AlertRhythm.Daily)
    {
        await AskAsync(email, search, rhythm);
        await using var context = Offers.Store.CreateDbContext();
        var alert = await context.OfferAlerts.SingleAsync(a => a.Email == email && a.ConfirmedUtc == null, OfferStore.Cancellation);
        await Desk.ConfirmAsync(alert.Id, OfferStore.Cancellation);
        return alert.Id;
    }

    /// <summary>A day goes by, and what is due is made; tells the mails of offers made.</summary>
    public async Task<int> NextDayAsync(int days = 1)
    {
        Offers.Store.Time.Advance(TimeSpan.FromDays(days));
        return await RoundAsync();
    }

    public async Task<int> RoundAsync()
    {
        var made = 0;
        foreach (var alert in await Rounds.DueAsync(OfferStore.Cancellation))
        {
            made += await Rounds.MakeAsync(alert, OffersAsync, OfferStore.Cancellation) ? 1 : 0;
        }

        return made;
    }

    /// <summary>The mails that wait, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync()
    {
        await using var context = Offers.Store.CreateDbContext();
        return await context.OutgoingMails.OrderBy(m => m.Id).Select(m => m.To + ": " + m.Subject).ToListAsync(OfferStore.Cancellation);
    }

    public async Task<IReadOnlyList<OfferAlert>> AlertsAsync()
    {
        await using var context = Offers.Store.CreateDbContext();
        return await context.OfferAlerts.AsNoTracking().OrderBy(a => a.AskedUtc).ThenBy(a => a.Id).ToListAsync(OfferStore.Cancellation);
    }

    public void Dispose()
    {
        Board.Dispose();
        Offers.Dispose();
    }

    public static Task<MailText> NoticeAsync(AlertNotice notice, OfferAlert alert, AlertSeal seal) =>
        Task.FromResult(new MailText($"{notice}", seal.Write(alert.Id, AlertLink.Confirm)) { SubscriptionId = alert.Id });

    public static Task<MailText> OffersAsync(AlertMail mail) =>
        Task.FromResult(
            new MailText($"{mail.Total}: {string.Join(", ", mail.Shown.Select(s => s.Offer.Facts.Title))}", "") { SubscriptionId = mail.Alert.Id }
        );
}
