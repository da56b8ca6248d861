using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Classifying;
using CareerPortal.Offers.Desk;
using CareerPortal.Search;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Desk;

public sealed class SynonymDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TestStore.Start.UtcDateTime);

    [Fact]
    public async Task AdoptAsync_WordsThatFoundNothing_FindTheOffersFromThenOn()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger (H/F/X)"), "D1102");
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var desk = Desk(store, board);
        Assert.Empty(await FoundAsync(store, board, "mitron"));

        var answer = await desk.AdoptAsync(reviewer, " Mitron ", ["d1102"], Cancellation);
        var again = await desk.AdoptAsync(reviewer, "mitron", ["D1102"], Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (answer.Answer, again.Answer));
        Assert.Equal((SynonymVerdict.Fine, 1), (answer.Value!.Verdict, answer.Value.Found));
        Assert.Equal([id], await FoundAsync(store, board, "mitron"));
        Assert.Equal([id], await FoundAsync(store, board, "mitron Namur"));
    }

    [Fact]
    public async Task AdoptAsync_BoardThatIsLaidOutLater_KnowsIt()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");
        await Desk(store, board).AdoptAsync(await store.PersonAsync(AccountRole.Reviewer), "mitron", ["D1102"], Cancellation);
        var second = await store.AddAsync(OfferStore.Facts("Boulangère"), "D1102");

        using var other = store.Board();

        Assert.Equal([id, second], (await FoundAsync(store, other, "mitron")).Order());
        Assert.Equal([id, second], (await FoundAsync(store, board, "mitron")).Order());
    }

    [Fact]
    public async Task RevokeAsync_Synonym_IsAnsweredAsBefore()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var desk = Desk(store, board);
        await desk.AdoptAsync(reviewer, "mitron", ["D1102"], Cancellation);
        var inUse = Assert.Single((await desk.StateAsync(reviewer, Cancellation)).Value!.InUse);
        Assert.Equal(1, inUse.FoundNow);

        var answer = await desk.RevokeAsync(reviewer, inUse.Synonym.Id, Cancellation);
        var again = await desk.RevokeAsync(reviewer, inUse.Synonym.Id, Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (answer.Answer, again.Answer));
        Assert.Empty(await FoundAsync(store, board, "mitron"));
        var state = (await desk.StateAsync(reviewer, Cancellation)).Value!;
        Assert.Empty(state.InUse);
        Assert.Equal("mitron", Assert.Single(state.Past).Synonym.Said);
        await using var context = store.Store.CreateDbContext();
        Assert.Equal(2, await context.Set<AuditEntry>().CountAsync(a => a.ObjectKind == "synonym", Cancellation));
    }

    [Fact]
    public async Task AdoptAsync_AgainAfterItWasTakenBack_IsInUseOnce()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var desk = Desk(store, board);
        await desk.AdoptAsync(reviewer, "mitron", ["D1102"], Cancellation);
        await desk.RevokeAsync(reviewer, (await desk.StateAsync(reviewer, Cancellation)).Value!.InUse[0].Synonym.Id, Cancellation);

        var answer = await desk.AdoptAsync(reviewer, "mitron", ["D1102"], Cancellation);

        Assert.Equal(DeskAnswer.Done, answer.Answer);
        Assert.Single(await FoundAsync(store, board, "mitron"));
    }

    [Theory]
    [InlineData("mitron 3", "D1102", SynonymVerdict.NoWords)]
    [InlineData("un bon petit mitron matinal", "D1102", SynonymVerdict.NoWords)]
    [InlineData(null, "D1102", SynonymVerdict.NoWords)]
    [InlineData("mitron", "Z9999", SynonymVerdict.NoOccupation)]
    [InlineData("mitron", "", SynonymVerdict.NoOccupation)]
    [InlineData("boulanger", "G1602", SynonymVerdict.FindsAlready)]
    [InlineData("toque", "G1602", SynonymVerdict.FindsNothing)]
    public async Task AdoptAsync_WhatDoesNotHelp_IsRefusedWithTheReason(string? said, string code, SynonymVerdict verdict)
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");

        var answer = await Desk(store, board).AdoptAsync(await store.PersonAsync(AccountRole.Reviewer), said, [code], Cancellation);

        Assert.Equal((DeskAnswer.HasFaults, verdict), (answer.Answer, answer.Value?.Verdict));
        await using var context = store.Store.CreateDbContext();
        Assert.False(await context.OfferSynonyms.AnyAsync(Cancellation));
    }

    /// <summary>« cuisinier » is an occupation's own name: offers of another one would answer whoever looks for it.</summary>
    [Fact]
    public async Task AdoptAsync_WordsOfOtherSearches_IsRefused()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");

        var answer = await Desk(store, board).AdoptAsync(await store.PersonAsync(AccountRole.Reviewer), "cuisinier", ["D1102"], Cancellation);

        Assert.Equal((DeskAnswer.HasFaults, SynonymVerdict.ChangesOthers), (answer.Answer, answer.Value?.Verdict));
        Assert.Equal((1, 2), (answer.Value!.Changed, answer.Value.Tried));
    }

    [Fact]
    public async Task AdoptAsync_ByAnAuthor_IsNotAllowed()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");

        var answer = await Desk(store, board).AdoptAsync(await store.PersonAsync(AccountRole.Author), "mitron", ["D1102"], Cancellation);

        Assert.Equal(DeskAnswer.NotAllowed, answer.Answer);
    }

    [Fact]
    public async Task AdoptAsync_OtherOccupationsForWordsInUse_IsStale()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102");
        await store.AddAsync(OfferStore.Facts("Cuisinier"), "G1602");
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        await Desk(store, board).AdoptAsync(reviewer, "mitron", ["D1102"], Cancellation);

        var answer = await Desk(store, board).AdoptAsync(reviewer, "mitron", ["G1602"], Cancellation);

        Assert.Equal(DeskAnswer.Stale, answer.Answer);
    }

    [Fact]
    public async Task StateAsync_WordsAskedInVain_ProposesOnlyWhatIsAskedOftenAndStillFindsNothing()
    {
        using var store = await OfferStore.MakeAsync();
        using var board = store.Board();
        await store.AddAsync(OfferStore.Facts("Artisan du pain"), "D1102");
        var often = SynonymRules.LeastAsked;
        await Misses(store)
            .KeepAsync(
                [
                    new("fr", "hyperboulangerissime", often, SearchedIn.Offers),
                    new("fr", "maxiboulangerissime", often - 1, SearchedIn.Offers),
                    new("fr", "tout ce que hyperboulangerissime fait", often, SearchedIn.Offers),
                    new("fr", "artisan", often, SearchedIn.Offers),
                    new("fr", "boulangerixo", often),
                ],
                Cancellation
            );

        var state = (await Desk(store, board).StateAsync(await store.PersonAsync(AccountRole.Author), Cancellation)).Value!;

        Assert.True(state.IsReady);
        Assert.Equal(
            ["hyperboulangerissime", "tout ce que hyperboulangerissime fait", "maxiboulangerissime"],
            state.Missed.Select(m => m.Words.Words)
        );
        var meant = Assert.Single(state.Missed[0].Occupations);
        Assert.Equal(("D1102", 1), (meant.Code, meant.Open));
        Assert.InRange(meant.Confidence, SynonymRules.LeastConfidence, 1);
        Assert.All(state.Missed.Skip(1), m => Assert.Empty(m.Occupations));
    }

    private static async Task<IReadOnlyList<long>> FoundAsync(OfferStore store, OfferBoard board, string text)
    {
        store.Store.Time.Advance(TimeSpan.FromSeconds(1));
        return [.. (await board.CurrentAsync(Cancellation))!.Find(new OfferQuery { Text = text }, Today).Page.Select(h => h.Id)];
    }

    private static SearchMisses Misses(OfferStore store) => new(store.Store, store.Store.Time);

    private static SynonymDesk Desk(OfferStore store, OfferBoard board)
    {
        var mark = new CareerPortal.Data.ContentMark(store.Store, store.Store.Time);
        return new(
            store.Store,
            board,
            new OfferClassifierShelf(store.Store, store.Catalogue, mark, store.Store.Time),
            Misses(store),
            store.Catalogue,
            store.Store.Time
        );
    }
}
