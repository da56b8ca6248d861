using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>Work in one transaction on a context of its own, begun again from nothing where the store asks for it.</summary>
internal static class StoreTransaction
{
    /// <summary>Does the work; what it saved is kept where <paramref name="keeps"/> says so of its result, and undone otherwise.</summary>
    public static async Task<T> InTransactionAsync<T>(
        this IDbContextFactory<PortalDbContext> contexts,
        Func<PortalDbContext, CancellationToken, Task<T>> work,
        Func<T, bool> keeps,
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
                    if (keeps(result))
                    {
                        await transaction.CommitAsync(token);
                    }

                    return result;
                },
                cancellation
            );
    }
}
