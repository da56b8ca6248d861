using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>
/// Tells whether somebody may still do something, by the store and in the context that is going to write: a right that was revoked refuses the
/// next write, whatever a page or a circuit remembers.
/// </summary>
public static class AccountGate
{
    /// <summary>The role that the actor has now; null where the account, the session or the sign-in no longer holds.</summary>
    public static async Task<AccountRole?> RoleOfAsync(PortalDbContext context, Actor actor, CancellationToken cancellation) =>
        await context
            .Accounts.Where(a => a.Id == actor.AccountId && a.State == AccountState.Active && a.SecurityStamp == actor.SecurityStamp)
            .Where(a => context.Set<AccountSession>().Any(s => s.Id == actor.SessionId && s.AccountId == a.Id && s.EndedUtc == null))
            .Select(a => (AccountRole?)a.Role)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Whether the actor may do what a role may.</summary>
    public static async Task<bool> AllowsAsync(PortalDbContext context, Actor actor, AccountRole least, CancellationToken cancellation) =>
        await RoleOfAsync(context, actor, cancellation) is { } role && role >= least;
}
