using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Work in one transaction, tried again where the store asks for it; a row that somebody changed meanwhile leaves everything as it was.</summary>
internal static class StoreWork
{
    /// <summary>Does the work; what it wrote is kept where it answers that something was done.</summary>
    public static async Task<DeskResult<T>> InOneTransactionAsync<T>(
        this IDbContextFactory<PortalDbContext> contexts,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    )
    {
        try
        {
            return await contexts.AttemptAsync(work, cancellation);
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException or DuplicateRowException or MissingParentException)
        {
            return new DeskResult<T>(DeskAnswer.Stale);
        }
    }

    /// <summary>The same, but what somebody else wrote meanwhile is thrown to whoever calls.</summary>
    internal static Task<DeskResult<T>> AttemptAsync<T>(
        this IDbContextFactory<PortalDbContext> contexts,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    ) =>
        contexts.InTransactionAsync(
            async (context, token) =>
            {
                var result = await work(context, token);
                if (result.Answer == DeskAnswer.Done)
                {
                    await context.SaveChangesAsync(token);
                }

                return result;
            },
            result => result.Answer == DeskAnswer.Done,
            cancellation
        );
}
