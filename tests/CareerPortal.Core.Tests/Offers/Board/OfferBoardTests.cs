using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Offers.Board;

public sealed class OfferBoardTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestStore.Start.UtcDateTime);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CurrentAsync_FirstTime_LaysOutWhatIsOpen()
    {
        using var store = await OfferStore.MakeAsync();
        var open = await store.AddAsync(OfferStore.Facts("Boulanger (H/F/X)"));
        var closed = await store.AddAsync(OfferStore.Facts("Boulangère"));
        await store.ChangeAsync(closed, o => o.Close(OfferClosing.Withdrawn, TestStore.Start.UtcDateTime));
        using var board = store.Board();

        var state = await board.CurrentAsync(Cancellation);

        Assert.Equal([open], Found(state!, "boulanger"));
        Assert.False(state!.IsBehind);
    }

    [Fact]
    public async Task CurrentAsync_OnEveryNode_FollowsWhatTheStoreChanged()
    {
        using var store = await OfferStore.MakeAsync();
        var first = await store.AddAsync(OfferStore.Facts("Boulanger"));
        using var one = store.Board();
        using var other = store.Board();
        await one.CurrentAsync(Cancellation);
        await other.CurrentAsync(Cancellation);

        await store.ChangeAsync(first, o => o.Close(OfferClosing.Expired, TestStore.Start.UtcDateTime));
        var second = await store.AddAsync(OfferStore.Facts("Cuisinier"));
        var third = await store.AddAsync(OfferStore.Facts("Boulanger de nuit"));
        store.Store.Time.Advance(Later);

        foreach (var board in new[] { one, other })
        {
            var state = await board.CurrentAsync(Cancellation);
            Assert.Equal([third], Found(state!, "boulanger"));
            Assert.Equal([third, second], state!.Find(new OfferQuery { Sort = OfferSort.Newest }, Today).Page.Select(h => h.Id).OrderDescending());
        }
    }

    [Fact]
    public async Task CurrentAsync_StoreAway_GoesOnAndSaysThatItIsBehind()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"));
        using var board = store.Board();
        await board.CurrentAsync(Cancellation);
        var file = store.Store.File;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");

        store.Store.Time.Advance(OfferBoard.Patience + Later);
        await board.CurrentAsync(Cancellation);
        store.Store.Time.Advance(OfferBoard.Patience + Later);
        var state = await board.CurrentAsync(Cancellation);

        File.Move(file + ".away", file);
        Assert.Equal([id], Found(state!, "boulanger"));
        Assert.True(state!.IsBehind);
    }

    [Fact]
    public async Task Find_DayPassed_NoLongerFindsWhatEnded()
    {
        using var store = await OfferStore.MakeAsync();
        await store.AddAsync(OfferStore.Facts("Boulanger") with { Expires = Today });
        using var board = store.Board();

        var state = await board.CurrentAsync(Cancellation);

        Assert.Single(Found(state!, "boulanger"));
        Assert.Empty(state!.Find(new OfferQuery { Text = "boulanger" }, Today.AddDays(1)).Page);
    }

    private static IEnumerable<long> Found(BoardState state, string text) => state.Find(new OfferQuery { Text = text }, Today).Page.Select(h => h.Id);
}
