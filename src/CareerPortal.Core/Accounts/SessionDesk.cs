using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>Keeps who is signed in where: opened at sign-in, looked at on the way, ended by hand or by time.</summary>
public sealed class SessionDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>A session that nobody has used for so long has ended.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Sessions are shown and kept for so long after they ended.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int MostShown = 50;

    /// <summary>It is written no more often when somebody was there.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Opens a session for an account; null where the account may not be used.</summary>
    public async Task<AccountSession?> OpenAsync(Guid accountId, string? browser, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = Now;
        if (
            await context
                .Accounts.Where(a => a.Id == accountId && a.State == AccountState.Active)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInUtc, now), cancellation) == 0
        )
        {
            return null;
        }

        var session = new AccountSession
        {
            AccountId = accountId,
            CreatedUtc = now,
            SeenUtc = now,
            Browser = browser is { Length: > AccountSession.BrowserMaxLength } ? browser[..AccountSession.BrowserMaxLength] : browser,
        };
        context.Add(session);
        AuditTrail.Record(context, now, accountId, "account.signIn", "account", $"{accountId}");
        await context.SaveChangesAsync(cancellation);
        return session;
    }

    /// <summary>What holds of a sign-in now; null where it no longer holds. That somebody was there is written down at times.</summary>
    public async Task<SignedIn?> LookAsync(Actor actor, CancellationToken cancellation)
    {
        var (now, idleSince) = (Now, Now - Idle);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context
            .AccountSessions.Where(s => s.Id == actor.SessionId && s.AccountId == actor.AccountId && s.EndedUtc == null && s.SeenUtc > idleSince)
            .Join(
                context.Accounts.Where(a => a.State == AccountState.Active && a.SecurityStamp == actor.SecurityStamp),
                s => s.AccountId,
                a => a.Id,
                (s, a) =>
                    new
                    {
                        a.DisplayName,
                        a.Role,
                        s.SeenUtc,
                    }
            )
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        if (now - found.SeenUtc >= SeenEvery)
        {
            await context
                .AccountSessions.Where(s => s.Id == actor.SessionId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenUtc, now), cancellation);
        }

        return new SignedIn(found.DisplayName, found.Role);
    }

    /// <summary>Where somebody is signed in, the latest first.</summary>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        var idleSince = Now - Idle;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AccountGate.RoleOfAsync(context, actor, cancellation) is null
            ? []
            : await context
                .AccountSessions.Where(s => s.AccountId == actor.AccountId && s.EndedUtc == null && s.SeenUtc > idleSince)
                .OrderByDescending(s => s.SeenUtc)
                .ThenBy(s => s.Id)
                .Take(MostShown)
                .Select(s => new OpenSession(s.Id, s.CreatedUtc, s.SeenUtc, s.Browser))
                .ToListAsync(cancellation);
    }

    /// <summary>Ends one session of somebody, their own too; false where there is none.</summary>
    public async Task<bool> EndAsync(Actor actor, Guid sessionId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return false;
        }

        var session = await context.AccountSessions.SingleOrDefaultAsync(
            s => s.Id == sessionId && s.AccountId == actor.AccountId && s.EndedUtc == null,
            cancellation
        );
        if (session is null)
        {
            return false;
        }

        session.EndedUtc = Now;
        AuditTrail.Record(context, Now, actor.AccountId, "account.endSession", "account", $"{actor.AccountId}");
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Ends all sessions of somebody but the one that asks.</summary>
    public async Task EndOthersAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return;
        }

        var now = Now;
        var others = await context
            .AccountSessions.Where(s => s.AccountId == actor.AccountId && s.Id != actor.SessionId && s.EndedUtc == null)
            .ToListAsync(cancellation);
        others.ForEach(s => s.EndedUtc = now);
        AuditTrail.Record(context, now, actor.AccountId, "account.endSession", "account", $"{actor.AccountId}");
        await context.SaveChangesAsync(cancellation);
    }
}
