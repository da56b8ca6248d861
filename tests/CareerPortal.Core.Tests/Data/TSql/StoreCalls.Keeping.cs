using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Search;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>The calls that keep guides true, and translate and exchange them.</summary>
internal static partial class StoreCalls
{
    private static readonly Actor Keeper = new(Guid.CreateVersion7(), Guid.CreateVersion7(), InventedValues.Other);

    private static readonly Dictionary<string, GuideFile> OneFile = new() { ["guide.json"] = Sample.CompleteGuide() };

    private static Dictionary<string, Func<RecordingStore, Task>> KeepingCalls =>
        new()
        {
            ["VoteBox.CastAsync"] = s => Votes(s).CastAsync(Languages.Default, "x", new GivenVote(false, VoteReason.Wrong, "mots"), default),
            ["VoteBox.CountsAsync"] = s => Votes(s).CountsAsync(default),
            ["VoteBox.ListAsync"] = s => Votes(s).ListAsync(1, 2, 10, default),
            ["VoteBox.DeleteExpiredAsync"] = s => Votes(s).DeleteExpiredAsync(default),
            ["VoteLedger.ListAsync"] = s => new VoteLedger(s, Votes(s)).ListAsync(Keeper, 1, 1, default),
            ["VoteLedger.SheetAsync"] = s => new VoteLedger(s, Votes(s)).SheetAsync(Keeper, default),
            ["SearchMisses.KeepAsync"] = s => Misses(s).KeepAsync([new MissedWords("nl", "mots", 3)], default),
            ["SearchMisses.ShownAsync"] = s => Misses(s).ShownAsync(SearchedIn.Offers, default),
            ["SearchMisses.DeleteExpiredAsync"] = s => Misses(s).DeleteExpiredAsync(default),
            ["LinkRegister.PlacesAsync"] = s => Links(s).PlacesAsync(default),
            ["LinkRegister.FollowContentAsync"] = s => Links(s).FollowContentAsync(default),
            ["LinkRegister.ClaimAsync"] = s => Links(s).ClaimAsync(default),
            ["LinkRegister.NoteAsync"] = s => Links(s).NoteAsync(new ClaimedLink(1, new Uri("https://a.example")), 404, default),
            ["LinkRegister.BrokenAsync"] = s => Links(s).BrokenAsync(default),
            ["Worklist.ListAsync"] = s =>
                new Worklist(
                    s,
                    new ContentMark(s, TimeProvider.System),
                    TestStore.Qualities,
                    Links(s),
                    Votes(s),
                    Misses(s),
                    TimeProvider.System
                ).ListAsync(Keeper, new WorkFilter(), 1, default),
            ["TranslationDesk.OriginalAsync"] = s => Translations(s).OriginalAsync(Keeper, 1, default),
            ["TranslationDesk.ReadAsync"] = s => Translations(s).ReadAsync(Keeper, 1, default),
            ["TranslationDesk.StartAsync"] = s => Translations(s).StartAsync(Keeper, 1, "nl", default),
            ["TranslationDesk.WriteAsync"] = s =>
                Translations(s).WriteAsync(Keeper, 1, Keeper.SessionId, 1, [new("content.summary", "content.summary", "a", "b")], default),
            ["TranslationDesk.AlignAsync"] = s => Translations(s).AlignAsync(Keeper, 1, Keeper.SessionId, 1, GuideForm.Head, default),
            ["TranslationDesk.MarkAsync"] = s => Translations(s).MarkAsync(Keeper, 1, 1, ["content.summary"], default),
            ["GuideExchange.OfferAsync"] = s => Files(s).OfferAsync(Keeper, 1, default),
            ["GuideExchange.GuideAsync"] = s => Files(s).GuideAsync(Keeper, 1, true, default),
            ["GuideExchange.AllAsync"] = s => Files(s).AllAsync(Keeper, default),
            ["GuideExchange.NamesAsync"] = s => Files(s).NamesAsync(Sample.CompleteGuide().Content, default),
            ["GuideExchange.SheetAsync"] = s => Files(s).SheetAsync(Keeper, 1, default),
            ["GuideExchange.RehearseAsync"] = s => Files(s).RehearseAsync(Keeper, OneFile, 1, default),
            ["GuideExchange.TakeAsync"] = s => Files(s).TakeAsync(Keeper, OneFile, 1, Keeper.SessionId, default),
            ["GuideExchange.RehearseSheetAsync"] = s => Files(s).RehearseSheetAsync(Keeper, 1, "a.csv", [], default),
            ["GuideExchange.TakeSheetAsync"] = s => Files(s).TakeSheetAsync(Keeper, 1, "a.csv", [], Keeper.SessionId, default),
        };

    private static VoteBox Votes(RecordingStore store) => new(store, TimeProvider.System);

    private static SearchMisses Misses(RecordingStore store) => new(store, TimeProvider.System);

    private static LinkRegister Links(RecordingStore store) => new(store, TimeProvider.System);

    private static TranslationDesk Translations(RecordingStore store) => new(store, new DraftDesk(store, TimeProvider.System), TimeProvider.System);

    private static GuideExchange Files(RecordingStore store) =>
        new(store, new DraftDesk(store, TimeProvider.System), Translations(store), new ExchangeExport(store), TimeProvider.System);
}
