using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>Job offers and where they come from.</summary>
internal static class OfferCalls
{
    private static readonly SourceOffer Offer = new("x", new OfferFacts { Title = "x", Published = new DateOnly(2026, 1, 1) });

    private static readonly HashSet<string> Holds = new(["x"], StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
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

    private static OfferWriter Writer(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferRuns Runs(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferLeases Leases(RecordingStore store) => new(store, TimeProvider.System);

    private static OfferTablesShelf Tables(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System));
}
