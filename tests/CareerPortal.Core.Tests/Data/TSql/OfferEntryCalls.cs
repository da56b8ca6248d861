using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Core.Tests.Offers.Entries;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Doubles;
using CareerPortal.Offers.Entries;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>Offers that are written here.</summary>
internal static class OfferEntryCalls
{
    /// <summary>A form without a fault in a store without a place.</summary>
    public static OfferForm Form { get; } = EntryStore.Form with { Places = "", Telework = "Wholly" };

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["TitleGenderShelf.CurrentAsync"] = s => Genders(s).CurrentAsync(default),
            ["OfferChecks.OfAsync"] = s => Checks(s).OfAsync(Form, 1, default),
            ["OfferProposals.ProposeAsync"] = s => Proposals(s).ProposeAsync(InventedReader.AnyGuid, Form, "x", "x@example.com", "fr", default),
            ["OfferProposals.FindAsync"] = s => Proposals(s).FindAsync(TicketToken.New(), default),
            ["OfferProposals.ConfirmAsync"] = s => Proposals(s).ConfirmAsync(TicketToken.New(), default),
            ["OfferProposals.ReviseAsync"] = s => Proposals(s).ReviseAsync(TicketToken.New(), InventedReader.AnyGuid, Form, default),
            ["OfferProposals.RenewAsync"] = s => Proposals(s).RenewAsync(TicketToken.New(), InventedReader.AnyGuid, Soon, default),
            ["OfferProposals.CloseAsync"] = s => Proposals(s).CloseAsync(TicketToken.New(), InventedReader.AnyGuid, default),
            ["OfferProposals.EraseAsync"] = s => Proposals(s).EraseAsync(TicketToken.New(), default),
            ["OfferEntryDesk.ListAsync"] = async s =>
            {
                await Desk(s).ListAsync(Somebody, null, 1, default);
                await Desk(s).ListAsync(Somebody, OfferEntryState.InReview, 2, default);
            },
            ["OfferEntryDesk.FindAsync"] = s => Desk(s).FindAsync(Somebody, 1, default),
            ["OfferEntryDesk.CheckAsync"] = s => Desk(s).CheckAsync(Somebody, Form, null, default),
            ["OfferEntryDesk.EnterAsync"] = s => Desk(s).EnterAsync(Somebody, InventedReader.AnyGuid, Form, default),
            ["OfferEntryDesk.ReviseAsync"] = s => Desk(s).ReviseAsync(Somebody, 1, InventedReader.AnyGuid, Form, default),
            ["OfferEntryDesk.PublishAsync"] = s => Desk(s).PublishAsync(Somebody, 1, InventedReader.AnyGuid, default),
            ["OfferEntryDesk.ReturnAsync"] = s => Desk(s).ReturnAsync(Somebody, 1, InventedReader.AnyGuid, "x", default),
            ["OfferEntryDesk.RefuseAsync"] = s => Desk(s).RefuseAsync(Somebody, 1, InventedReader.AnyGuid, "x", default),
            ["OfferEntryDesk.CloseAsync"] = s => Desk(s).CloseAsync(Somebody, 1, InventedReader.AnyGuid, "x", default),
            ["OfferEntryDesk.RenewAsync"] = s => Desk(s).RenewAsync(Somebody, 1, InventedReader.AnyGuid, Soon, default),
            ["OfferEntryKeeping.FollowAsync"] = s => Keeping(s).FollowAsync(default),
            ["OfferEntryKeeping.RemindAsync"] = s => Keeping(s).RemindAsync(default),
            ["OfferEntryKeeping.DeleteExpiredAsync"] = s => Keeping(s).DeleteExpiredAsync(default),
            ["OfferEntryKeeping.LastPublishedAsync"] = s => Keeping(s).LastPublishedAsync(default),
            ["EnteredOffers.FindAsync"] = s => new EnteredOffers(s, TimeProvider.System).FindAsync(1, default),
            ["EnteredOffers.EntryOfAsync"] = s => new EnteredOffers(s, TimeProvider.System).EntryOfAsync(1, default),
            ["EnteredOffers.OpenAsync"] = s => new EnteredOffers(s, TimeProvider.System).OpenAsync(default),
        };

    private static string Soon => EntryStore.Iso(BelgianDay.Today(TimeProvider.System).AddDays(10));

    // Not the one who entered what the invented rows hold: who reviews is somebody else.
    private static Actor Somebody => new(Guid.CreateVersion7(), Guid.CreateVersion7(), InventedValues.Other);

    private static EntryStore.PlainLetters Letters => new();

    private static ContentMark Mark(RecordingStore store) => new(store, TimeProvider.System);

    private static CatalogueShelf Catalogue(RecordingStore store) => new(store, Mark(store));

    private static TitleGenderShelf Genders(RecordingStore store) => new(Catalogue(store), Mark(store));

    private static OfferChecks Checks(RecordingStore store) =>
        new(
            store,
            new OfferTablesShelf(store, Mark(store)),
            Genders(store),
            new OfferBoard(store, Mark(store), Catalogue(store), TestStore.Words, TimeProvider.System),
            new OfferShelf(store),
            new OfferGrouperShelf(Catalogue(store), Mark(store)),
            TimeProvider.System
        );

    private static OfferPublication Publication(RecordingStore store) =>
        new(store, new OfferWriter(store, TimeProvider.System), new OfferRuns(store, TimeProvider.System), TimeProvider.System);

    private static OfferProposals Proposals(RecordingStore store) => new(store, Checks(store), Publication(store), Letters, TimeProvider.System);

    private static OfferEntryDesk Desk(RecordingStore store) => new(store, Checks(store), Publication(store), Letters, TimeProvider.System);

    private static OfferEntryKeeping Keeping(RecordingStore store) => new(store, Letters, TimeProvider.System);
}
