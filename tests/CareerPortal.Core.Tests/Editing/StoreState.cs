using CareerPortal.Accounts;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>What happens in a store behind the desks' backs, and what it holds after they wrote.</summary>
internal static class StoreState
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Nobody may do anything any more as whom this person was known.</summary>
    public static async Task RevokeAsync(TestStore store, Actor actor)
    {
        await using var context = store.CreateDbContext();
        (await context.Accounts.SingleAsync(a => a.Id == actor.AccountId, Cancellation)).SecurityStamp = "another";
        await context.SaveChangesAsync(Cancellation);
    }

    public static async Task<int> RevisionsAsync(TestStore store)
    {
        await using var context = store.CreateDbContext();
        return await context.Revisions.CountAsync(Cancellation);
    }
}
