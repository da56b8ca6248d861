using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// One piece of work at the desk: all of it or nothing, in one transaction. Where somebody else was faster it is begun once more, and then sees
/// what they did: a second click finds the first, anybody else finds that what they saw is stale.
/// </summary>
internal static class DeskWork
{
    private const int Turns = 3;

    public static async Task<DeskResult<T>> RunAsync<T>(
        IDbContextFactory<PortalDbContext> contexts,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    )
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            try
            {
                return await contexts.AttemptAsync(work, cancellation);
            }
            catch (Exception e) when (e is DbUpdateConcurrencyException or DuplicateRowException)
            {
                // Somebody else wrote meanwhile: what they wrote is read at the next turn.
            }
        }

        return new DeskResult<T>(DeskAnswer.Stale);
    }

    /// <summary>The same for whoever may do something with a guide, asked within the transaction.</summary>
    public static Task<DeskResult<T>> RunAsync<T>(
        IDbContextFactory<PortalDbContext> contexts,
        Actor actor,
        int guideId,
        GuideAction action,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    ) =>
        RunAsync<T>(
            contexts,
            async (context, token) =>
                await GuideAccess.AskAsync(context, actor, guideId, action, token) is var answer && answer != DeskAnswer.Done
                    ? new(answer)
                    : await work(context, token),
            cancellation
        );
}
