using CareerPortal.Offers;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers;

public sealed class OfferHistoryTests
{
    private const int Size = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SinceAsync_Followed_GivesTheSameSetAsTheStore()
    {
        using var store = await OfferStore.MakeAsync();
        var random = new Random(13);
        var known = new SortedDictionary<long, string>();
        var ids = new List<long>();
        OfferCursor? cursor = null;
        for (var round = 0; round < 12; round++)
        {
            for (var change = 0; change < random.Next(1, 8); change++)
            {
                await ChangeAsync(store, ids, random);
            }

            do
            {
                var told = (await store.History.SinceAsync(cursor, Size, Cancellation))!;
                foreach (var offer in told.Offers)
                {
                    known[offer.Id] = offer.Facts.Title;
                }

                told.Removed.ToList().ForEach(o => known.Remove(o.Id));
                cursor = OfferCursor.Read(told.Cursor.Write());

                // Something happens in the middle of following.
                if (told.HasMore && random.Next(3) == 0)
                {
                    await ChangeAsync(store, ids, random);
                }
            } while (!await IsAtTheEndAsync(store, cursor!));

            Assert.Equal(await OpenAsync(store), known);
        }
    }

    [Fact]
    public async Task SinceAsync_StateThatTheStoreDoesNotKnow_AsksToBeginAnew()
    {
        using var store = await OfferStore.MakeAsync();
        await store.AddAsync(OfferStore.Facts("Boulanger"));

        var told = await store.History.SinceAsync(new OfferCursor(999), Size, Cancellation);

        Assert.Null(told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("o1")]
    [InlineData("o1-")]
    [InlineData("o1--1")]
    [InlineData("o2-1")]
    [InlineData("o1-1-2-3")]
    [InlineData("o1-99999999999999999999")]
    public void Read_WhatIsNoCursor_IsNone(string word) => Assert.Null(OfferCursor.Read(word));

    private static async Task ChangeAsync(OfferStore store, List<long> ids, Random random)
    {
        if (ids.Count == 0 || random.Next(2) == 0)
        {
            ids.Add(await store.AddAsync(OfferStore.Facts($"Offre {ids.Count}")));
            return;
        }

        var id = ids[random.Next(ids.Count)];
        await store.ChangeAsync(
            id,
            random.Next(3) switch
            {
                0 => o => o.Close(OfferClosing.Withdrawn, TestStore.Start.UtcDateTime),
                1 => o => o.Reopen(),
                _ => o => o.Facts = o.Facts with { Title = o.Facts.Title + "!" },
            }
        );
    }

    private static async Task<bool> IsAtTheEndAsync(OfferStore store, OfferCursor cursor)
    {
        await using var context = store.Store.CreateDbContext();
        return cursor.After is null && cursor.Sequence == await context.OfferCounters.Select(c => c.Last).SingleAsync(Cancellation);
    }

    private static async Task<SortedDictionary<long, string>> OpenAsync(OfferStore store)
    {
        await using var context = store.Store.CreateDbContext();
        var open = await context.JobOffers.Where(o => o.State == OfferState.Open).ToListAsync(Cancellation);
        return new SortedDictionary<long, string>(open.ToDictionary(o => o.Id, o => o.Facts.Title));
    }
}
