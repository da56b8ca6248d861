using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>Mails about new offers.</summary>
internal static class AlertCalls
{
    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["AlertKeys.FindAsync"] = s => new AlertKeys(s).FindAsync(default),
            ["AlertKeys.MakeAsync"] = s => new AlertKeys(s).MakeAsync(default),
            ["AlertDesk.AskAsync"] = s =>
                Desk(s).AskAsync(new AskAlert("x@example.org", new OfferQuery { Text = "x" }, AlertRhythm.Daily, "fr"), NoticeAsync, default),
            ["AlertDesk.OpenAsync"] = s => Desk(s).OpenAsync("x", AlertLink.Stop, default),
            ["AlertDesk.LinkAsync"] = s => Desk(s).LinkAsync(InventedReader.AnyGuid, AlertLink.Stop, default),
            ["AlertDesk.FindAsync"] = s => Desk(s).FindAsync(InventedReader.AnyGuid, default),
            ["AlertDesk.ConfirmAsync"] = s => Desk(s).ConfirmAsync(InventedReader.AnyGuid, default),
            ["AlertDesk.SetRhythmAsync"] = s => Desk(s).SetRhythmAsync(InventedReader.AnyGuid, AlertRhythm.Weekly, default),
            ["AlertDesk.GoOnAsync"] = s => Desk(s).GoOnAsync(InventedReader.AnyGuid, default),
            ["AlertDesk.CountAsync"] = s => Desk(s).CountAsync(InventedReader.AnyGuid, AlertOpinion.Partly, default),
            ["AlertDesk.StopAsync"] = s => Desk(s).StopAsync(InventedReader.AnyGuid, default),
            ["AlertRegister.StatusAsync"] = s => new AlertRegister(s).StatusAsync(default),
            ["AlertRegister.EraseAsync"] = s => new AlertRegister(s).EraseAsync("x@example.org", default),
            ["AlertRounds.DueAsync"] = s => Rounds(s).DueAsync(default),
            ["AlertRounds.MakeAsync"] = s => Rounds(s).MakeAsync(InventedReader.AnyGuid, OffersAsync, default),
            ["AlertRetention.AskAsync"] = s => Retention(s).AskAsync(NoticeAsync, default),
            ["AlertRetention.EndRefusedAsync"] = s => Retention(s).EndRefusedAsync(default),
            ["AlertRetention.DeleteExpiredAsync"] = s => Retention(s).DeleteExpiredAsync(default),
        };

    private static AlertDesk Desk(RecordingStore store) => new(store, new AlertKeys(store), TimeProvider.System);

    private static AlertRetention Retention(RecordingStore store) => new(store, new AlertKeys(store), TimeProvider.System);

    private static AlertRounds Rounds(RecordingStore store)
    {
        var mark = new ContentMark(store, TimeProvider.System);
        var board = new OfferBoard(store, mark, new CatalogueShelf(store, mark), TestStore.Words, TimeProvider.System);
        return new AlertRounds(store, new AlertKeys(store), board, new OfferShelf(store), TimeProvider.System);
    }

    private static Task<MailText> NoticeAsync(AlertNotice notice, OfferAlert alert, AlertSeal seal) =>
        Task.FromResult(new MailText("x", "x") { SubscriptionId = alert.Id });

    private static Task<MailText> OffersAsync(AlertMail mail) => Task.FromResult(new MailText("x", "x") { SubscriptionId = mail.Alert.Id });
}
