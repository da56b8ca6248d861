using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class ExampleOffersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FillEmptyBoardAsync_ShippedCatalogue_HoldsMarkedExamplesOfEveryProvinceAndKnownOccupations()
    {
        using var store = new TestStore();
        await new CatalogueImport(store, store.Time).FillEmptyStoreAsync(Cancellation);

        var added = await Examples(store).FillEmptyBoardAsync(Cancellation);
        var again = await Examples(store).FillEmptyBoardAsync(Cancellation);

        await using var context = store.CreateDbContext();
        var offers = await context.JobOffers.AsNoTracking().ToListAsync(Cancellation);
        var known = await context.CatalogueOccupations.Select(o => o.Code).ToListAsync(Cancellation);
        var provinces = await context.Municipalities.Select(m => m.Province).Distinct().ToListAsync(Cancellation);
        Assert.Equal((400, null, 400), (added, again, offers.Count));
        Assert.All(offers, o => Assert.EndsWith("(exemple)", o.Facts.Employer, StringComparison.Ordinal));
        Assert.All(offers, o => Assert.Null(o.Facts.Url));
        Assert.All(offers, o => Assert.Contains(o.OccupationCode!, known));
        Assert.All(offers, o => Assert.NotNull(Assert.Single(o.Facts.Places).Nis));
        Assert.All(offers, o => Assert.True(o.Expires > DateOnly.FromDateTime(TestStore.Start.Date)));
        Assert.Equal(
            provinces.Where(p => p is not ("" or "0")).Order(StringComparer.Ordinal),
            offers.Select(o => o.Facts.Places[0].Province).OfType<string>().Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Contains(offers, o => o.Facts.Places[0] is { Region: "BE1", Province: null });
        Assert.Equal(Enum.GetValues<ContractKind>().Length - 0, offers.Select(o => o.Facts.Contract).Distinct().Count());
        Assert.True(offers.Select(o => o.OccupationCode).Distinct().Count() >= 60);
    }

    [Fact]
    public async Task FillEmptyBoardAsync_NoCatalogueYet_Waits()
    {
        using var store = new TestStore();

        var added = await Examples(store).FillEmptyBoardAsync(Cancellation);

        Assert.Null(added);
    }

    [Fact]
    public async Task FillEmptyBoardAsync_BrokenOff_IsCompletedTheNextTime()
    {
        await using var board = await SyncedBoard.StartAsync(1);
        await Examples(board.Store).FillEmptyBoardAsync(Cancellation);
        await using (var context = board.Store.CreateDbContext())
        {
            await context.JobOffers.Where(o => o.ExternalId.CompareTo("exemple-100") > 0).ExecuteDeleteAsync(Cancellation);
        }

        var added = await Examples(board.Store).FillEmptyBoardAsync(Cancellation);

        Assert.Equal(300, added);
    }

    [Fact]
    public async Task RunAsync_FirstRealOffers_CloseTheExamplesForEver()
    {
        await using var board = await SyncedBoard.StartAsync(5);
        await Examples(board.Store).FillEmptyBoardAsync(Cancellation);

        await board.ReadAsync();
        var again = await Examples(board.Store).FillEmptyBoardAsync(Cancellation);

        await using var context = board.Store.CreateDbContext();
        Assert.Equal(400, await context.JobOffers.CountAsync(o => o.Closing == OfferClosing.ExampleEnded, Cancellation));
        Assert.Equal(5, await board.CountAsync(OfferState.Open));
        Assert.Null(again);
    }

    [Fact]
    public async Task RunAsync_SourceFails_LeavesTheExamplesOpen()
    {
        await using var board = await SyncedBoard.StartAsync(5);
        await Examples(board.Store).FillEmptyBoardAsync(Cancellation);
        board.Server.Fault = CareerPortal.Testing.Offers.AnswerFault.Failing;

        await board.ReadAsync();

        Assert.Equal(400, await board.CountAsync(OfferState.Open));
    }

    [Fact]
    public async Task CloseExpiredAsync_LastDayPast_ClosesThoseAndNoOthers()
    {
        await using var board = await SyncedBoard.StartAsync(5);
        await Examples(board.Store).FillEmptyBoardAsync(Cancellation);
        var before = await board.Writer.CloseExpiredAsync(Cancellation);
        board.Store.Time.Advance(TimeSpan.FromDays(40));

        var closed = await board.Writer.CloseExpiredAsync(Cancellation);

        await using var context = board.Store.CreateDbContext();
        var today = DateOnly.FromDateTime(board.Store.Time.GetUtcNow().Date);
        Assert.Equal(0, before);
        Assert.InRange(closed, 1, 399);
        Assert.All(await context.JobOffers.ToListAsync(Cancellation), o => Assert.Equal(o.Expires < today, o.State == OfferState.Closed));
    }

    private static ExampleOffers Examples(TestStore store) =>
        new(
            store,
            new OfferWriter(store, store.Time),
            new OfferRuns(store, store.Time),
            new OfferTablesShelf(store, new ContentMark(store, store.Time)),
            store.Time
        );
}
