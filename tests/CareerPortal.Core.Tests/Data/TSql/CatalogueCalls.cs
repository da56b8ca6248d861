using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Finding;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>The catalogue of occupations.</summary>
internal static class CatalogueCalls
{
    private static readonly CatalogueEdition Edition = new()
    {
        Name = "x",
        Occupations =
        [
            new ListedOccupation(
                "A1101",
                new CatalogueFacts
                {
                    Masculine = "un",
                    Feminine = "une",
                    Parent = "A1101",
                    Domain = "A11",
                }
            ),
        ],
        Terms = [new ListedTerm(TermKind.Domain, "A11", new LocalisedText("x"))],
        Sources = [new ListedSource("x", "x", "x", "x", "x", null, 1)],
        Municipalities = [new ListedMunicipality("1", "x", "x", "x", "x", "1000", [])],
        Localities = [new ListedLocality("1000", "x", 4, 50, "1")],
        Texts = [new ListedText("A1101", CatalogueTextKind.Definition, "x")],
    };

    private static readonly ListedShortage Shortage = new("wallonie", ShortageKind.WorkPermit, "x", "x", "x", new DateOnly(2026, 3, 31));

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["CatalogueImport.ApplyAsync"] = s => Import(s).ApplyAsync(Edition, default),
            ["CatalogueImport.RehearseAsync"] = s => Import(s).RehearseAsync(Edition, default),
            ["CatalogueImport.FillEmptyStoreAsync"] = s => Import(s).FillEmptyStoreAsync(default),
            ["CatalogueHistory.SinceAsync"] = s => History(s).SinceAsync(null, 100, default),
            ["CatalogueHistory.GivenUpAsync"] = s => History(s).GivenUpAsync(default),
            ["ShortageImport.ApplyAsync"] = s => new ShortageImport(s).ApplyAsync([Shortage], default),
            ["ShortageImport.RehearseAsync"] = s => new ShortageImport(s).RehearseAsync([Shortage], default),
            ["GuideLibrary.MatchAsync"] = s => Library(s).MatchAsync(Languages.Default, "x", default),
            ["OccupationSearch.ListAsync"] = s => Search(s).ListAsync(Languages.Default, default),
            ["OccupationSearch.SearchAsync"] = s => Search(s).SearchAsync("nl", new OccupationQuery { Text = "x" }, default),
            ["OccupationSearch.RankAsync"] = s => Search(s).RankAsync(Languages.Default, "x", default),
            ["OccupationSearch.SuggestAsync"] = s => Search(s).SuggestAsync(Languages.Default, "x", 8, default),
            ["PlaceFinder.FindAsync"] = s => Places(s).FindAsync("x", default),
            ["PlaceFinder.SuggestAsync"] = s => Places(s).SuggestAsync("x", default),
            ["CatalogueShelf.CurrentAsync"] = s => Shelf(s).CurrentAsync(default),
            ["CatalogueShelf.FindGoneAsync"] = s => Shelf(s).FindGoneAsync("x", default),
            ["CatalogueShelf.TextsOfAsync"] = s => Shelf(s).TextsOfAsync("x", default),
            ["CatalogueDesk.StatusAsync"] = s => Desk(s).StatusAsync(Somebody, default),
            ["CatalogueDesk.ListAsync"] = s => Desk(s).ListAsync(Somebody, "x", 1, default),
            ["CatalogueDesk.FindAsync"] = s => Desk(s).FindAsync(Somebody, "x", default),
            ["CatalogueDesk.ReviewAsync"] = async s =>
            {
                await Desk(s).ReviewAsync(Somebody, "x", InventedReader.AnyGuid, isReviewed: true, default);
                await Desk(s).ReviewAsync(Somebody, "x", InventedReader.AnyGuid, isReviewed: false, default);
            },
        };

    private static Actor Somebody => new(InventedReader.AnyGuid, Guid.CreateVersion7(), InventedValues.Other);

    private static GuideLibrary Library(RecordingStore store) =>
        new(store, new ContentMark(store, TimeProvider.System), TestStore.Words, TimeProvider.System);

    private static OccupationSearch Search(RecordingStore store) => new(store, Library(store), Shelf(store), TestStore.Words);

    private static PlaceFinder Places(RecordingStore store)
    {
        var mark = new ContentMark(store, TimeProvider.System);
        return new PlaceFinder(store, new GuidanceDirectory(store, mark), mark);
    }

    private static CatalogueShelf Shelf(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System));

    private static CatalogueDesk Desk(RecordingStore store) => new(store, Shelf(store), TimeProvider.System);

    private static CatalogueHistory History(RecordingStore store) => new(store, new ContentMark(store, TimeProvider.System), TimeProvider.System);

    private static CatalogueImport Import(RecordingStore store) => new(store, TimeProvider.System);
}
