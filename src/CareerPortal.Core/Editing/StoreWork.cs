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
    internal static async Task<DeskResult<T>> AttemptAsync<T>(
        this IDbContextFactory<PortalDbContext> contexts,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    )
    {
        await using var strategyContext = await contexts.CreateDbContextAsync(cancellation);
        return await strategyContext
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using var context = await contexts.CreateDbContextAsync(token);
                    await using var transaction = await context.Database.BeginTransactionAsync(token);
                    var result = await work(context, token);
                    if (result.Answer == DeskAnswer.Done)
                    {
                        await context.SaveChangesAsync(token);
                        await transaction.CommitAsync(token);
                    }

                    return result;
                },
                cancellation
            );
    }
}
