using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Classifying;
using CareerPortal.Offers.Desk;
using CareerPortal.Offers.Doubles;
using CareerPortal.Offers.Sources;
using CareerPortal.Search;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>Job offers and where they come from.</summary>
internal static class OfferCalls
{
    private static readonly SourceOffer Offer = new("x", new OfferFacts { Title = "x", Published = new DateOnly(2026, 1, 1) });

    private static readonly HashSet<string> Holds = new(["x"], StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["OfferClassifierShelf.CurrentAsync"] = s => Classifiers(s).CurrentAsync(default),
            ["OfferClassifierShelf.CorrectionsAsync"] = s => Classifiers(s).CorrectionsAsync(default),
            ["OfferClassifierShelf.CodedOffersAsync"] = s => Classifiers(s).CodedOffersAsync(default),
            ["OfferKinship.SettleAsync"] = s => new OfferKinship(s, new OfferGrouperShelf(Catalogue(s), Mark(s))).SettleAsync(default),
            ["OfferShelf.ReadAsync"] = s => Shelf(s).ReadAsync([1, 2], default),
            ["OfferShelf.ListAsync"] = s => Shelf(s).ListAsync([1, 2], default),
            ["OfferShelf.FindAsync"] = s => Shelf(s).FindAsync(1, default),
            ["OfferShelf.KinAsync"] = async s =>
            {
                if (await Shelf(s).FindAsync(1, default) is { } offer)
                {
                    await Shelf(s).KinAsync(offer, default);
                }
            },
            ["OfferBoard.CurrentAsync"] = s => Board(s).CurrentAsync(default),
            ["OfferBoard.CatchUpAsync"] = s => Board(s).CatchUpAsync(default),
            ["OfferHistory.SinceAsync"] = async s =>
            {
                await new OfferHistory(s).SinceAsync(null, 100, default);
                await new OfferHistory(s).SinceAsync(new OfferCursor(0), 100, default);
            },
            ["OfferReportBox.TakeAsync"] = s => Reports(s).TakeAsync(1, OfferReportReason.Other, "x", default),
            ["OfferReportBox.DeleteExpiredAsync"] = s => Reports(s).DeleteExpiredAsync(default),
            ["OfferDesk.StateAsync"] = s => Desk(s).StateAsync(Somebody, default),
            ["OfferDesk.ListAsync"] = async s =>
            {
                foreach (var filter in Enum.GetValues<OfferFilter>())
                {
                    await Desk(s).ListAsync(Somebody, filter, 2, default);
                }
            },
            ["OfferDesk.ReportsAsync"] = s => Desk(s).ReportsAsync(Somebody, 2, default),
            ["OfferDesk.FindAsync"] = s => Desk(s).FindAsync(Somebody, 1, default),
            ["OfferDesk.CorrectAsync"] = s => Desk(s).CorrectAsync(Somebody, 1, InventedReader.AnyGuid, "A1101", default),
            ["OfferDesk.CloseAsync"] = s => Desk(s).CloseAsync(Somebody, 1, InventedReader.AnyGuid, default),
            ["OfferDesk.ReopenAsync"] = s => Desk(s).ReopenAsync(Somebody, 1, InventedReader.AnyGuid, default),
            ["OfferDesk.DistinguishAsync"] = s => Desk(s).DistinguishAsync(Somebody, 1, InventedReader.AnyGuid, 2, default),
            ["OfferDesk.SettleAsync"] = s => Desk(s).SettleAsync(Somebody, 1, closes: true, default),
            ["SynonymDesk.StateAsync"] = s => Synonyms(s).StateAsync(Somebody, default),
            ["SynonymDesk.AdoptAsync"] = s => Synonyms(s).AdoptAsync(Somebody, "mots", ["A1101"], default),
            ["SynonymDesk.RevokeAsync"] = s => Synonyms(s).RevokeAsync(Somebody, 1, default),
            ["OfferWriter.WriteAsync"] = s => Writer(s).WriteAsync("x", [Offer, Offer with { ExternalId = "y" }], default),
            ["OfferWriter.RehearseAsync"] = s => Writer(s).RehearseAsync("x", [Offer], default),
            ["OfferWriter.CountMissingAsync"] = s => Writer(s).CountMissingAsync("x", Holds, default),
            ["OfferWriter.CloseMissingAsync"] = s => Writer(s).CloseMissingAsync("x", Holds, default),
            ["OfferWriter.CloseExpiredAsync"] = s => Writer(s).CloseExpiredAsync(default),
            ["OfferWriter.CloseExamplesAsync"] = s => Writer(s).CloseExamplesAsync(default),
            ["OfferTablesShelf.CurrentAsync"] = s => Tables(s).CurrentAsync(default),
            ["OfferRuns.FindSourceAsync"] = s => Runs(s).FindSourceAsync("x", default),
            ["OfferRuns.EnsureSourceAsync"] = s => Runs(s).EnsureSourceAsync(OfferSync.Source, default),
            ["OfferRuns.BeginAsync"] = s => Runs(s).BeginAsync("x", OfferRunKind.Whole, default),
            ["OfferRuns.EndAsync"] = async s =>
            {
                var runs = await Runs(s).LastAsync("x", 1, default);
                if (runs.Count > 0)
                {
                    await Runs(s).EndAsync(runs[0], default);
                }
            },
            ["OfferRuns.MarkAsync"] = async s =>
            {
                await Runs(s).MarkAsync("x", isWhole: true, "x", "x", default);
                await Runs(s).MarkAsync("x", isWhole: false, null, null, default);
            },
            ["OfferRuns.KeepLabelsAsync"] = s =>
            {
                var labels = new UnknownLabels();
                labels.Add("x", "x");
                return Runs(s).KeepLabelsAsync("x", labels, isWhole: true, default);
            },
            ["OfferRuns.LastAsync"] = s => Runs(s).LastAsync("x", 5, default),
            ["OfferRuns.StatusAsync"] = s => Runs(s).StatusAsync(5, 5, default),
            ["OfferRuns.DeleteExpiredAsync"] = s => Runs(s).DeleteExpiredAsync(default),
            ["OfferLeases.TakeAsync"] = s => Leases(s).TakeAsync("x", InventedReader.AnyGuid, TimeSpan.FromMinutes(1), default),
            ["OfferLeases.GiveBackAsync"] = s => Leases(s).GiveBackAsync("x", InventedReader.AnyGuid, default),
            ["OfferLeases.WorkAsync"] = s => Leases(s).WorkAsync("x", TimeSpan.FromMinutes(1), _ => Task.CompletedTask, default),
            ["ExampleOffers.FillEmptyBoardAsync"] = s =>
                new ExampleOffers(s, Writer(s), Runs(s), Tables(s), TimeProvider.System).FillEmptyBoardAsync(default),
        };

    private static Actor Somebody => new(InventedReader.AnyGuid, Guid.CreateVersion7(), InventedValues.Other);

    private static ContentMark Mark(RecordingStore store) => new(store, TimeProvider.System);

    private static CatalogueShelf Catalogue(RecordingStore store) => new(store, Mark(store));

    private static OfferClassifierShelf Classifiers(RecordingStore store) => new(store, Catalogue(store), Mark(store), TimeProvider.System);

    private static OfferShelf Shelf(RecordingStore store) => new(store);

    private static OfferBoard Board(RecordingStore store) => new(store, Mark(store), Catalogue(store), TestStore.Words, TimeProvider.System);

    private static OfferReportBox Reports(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferDesk Desk(RecordingStore store) => new(store, Shelf(store), Runs(store), Catalogue(store), TimeProvider.System);

    private static SynonymDesk Synonyms(RecordingStore store) =>
        new(store, Board(store), Classifiers(store), new SearchMisses(store, TimeProvider.System), Catalogue(store), TimeProvider.System);

    private static OfferWriter Writer(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferRuns Runs(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferLeases Leases(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferTablesShelf Tables(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System));
}
