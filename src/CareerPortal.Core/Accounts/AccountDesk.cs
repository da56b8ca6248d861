using CareerPortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>What administrators do with accounts. Each change asks the store whether they still may, and leaves a line in the audit.</summary>
public sealed class AccountDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int PageSize = 25;

    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(24);

    private const int MostInvitations = 100;

    /// <summary>Two administrators who change each other at once: the slower one tries again, and then finds nobody left.</summary>
    private const int MostTries = 4;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>One page of all accounts by name; null where the actor may not see them.</summary>
    public async Task<Listing<AccountLine>?> ListAsync(Actor actor, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AllowsAsync(context, actor, cancellation))
        {
            return null;
        }

        var total = await context.Accounts.CountAsync(a => a.State != AccountState.Erased, cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var found = await Lines(context, context.Accounts.Where(a => a.State != AccountState.Erased))
            .Skip(shown.Skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        return new Listing<AccountLine>(found, total, shown.Page, shown.Pages);
    }

    public async Task<AccountLine?> FindAsync(Actor actor, Guid accountId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AllowsAsync(context, actor, cancellation)
            ? await Lines(context, context.Accounts.Where(a => a.Id == accountId)).FirstOrDefaultAsync(cancellation)
            : null;
    }

    /// <summary>The invitations that can still be taken.</summary>
    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(Actor actor, CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AllowsAsync(context, actor, cancellation)
            ? await context
                .AccountTickets.Where(t => t.Purpose == TicketPurpose.Invitation && t.UsedUtc == null && t.ExpiresUtc > now)
                .OrderBy(t => t.CreatedUtc)
                .ThenBy(t => t.Id)
                .Take(MostInvitations)
                .Select(t => new Invitation(t.Id, t.Email!, t.Role!.Value, t.CreatedUtc, t.ExpiresUtc))
                .ToListAsync(cancellation)
            : [];
    }

    /// <summary>Invites somebody by mail; an invitation that the address has already no longer counts.</summary>
    public async Task<AccountAnswer> InviteAsync(
        Actor actor,
        string email,
        AccountRole role,
        Func<TicketToken, MailText> compose,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(compose);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AllowsAsync(context, actor, cancellation))
        {
            return AccountAnswer.NotAllowed;
        }

        if (EmailText.Read(email) is not { } address || !Enum.IsDefined(role))
        {
            return AccountAnswer.Invalid;
        }

        var normal = Account.Normal(address);
        if (await context.Accounts.AnyAsync(a => a.NormalizedUserName == normal, cancellation))
        {
            return AccountAnswer.Taken;
        }

        var earlier = await context
            .AccountTickets.Where(t => t.Purpose == TicketPurpose.Invitation && t.Email == address && t.UsedUtc == null)
            .ToListAsync(cancellation);
        earlier.ForEach(t => t.Use(Now));
        var token = TicketToken.New();
        var ticket = new AccountTicket
        {
            Purpose = TicketPurpose.Invitation,
            TokenHash = token.Hash(),
            Email = address,
            Role = role,
            CreatedById = actor.AccountId,
            CreatedUtc = Now,
            ExpiresUtc = Now + InvitationLife,
        };
        context.Add(ticket);
        Outbox.Add(context, Now, address, compose(token));
        AuditTrail.Record(context, Now, actor.AccountId, "account.invite", "invitation", $"{ticket.Id}", ["role"], $"{role}");
        return await AccountWork.SaveAsync(context, cancellation);
    }

    public async Task<AccountAnswer> WithdrawInvitationAsync(Actor actor, Guid invitationId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AllowsAsync(context, actor, cancellation))
        {
            return AccountAnswer.NotAllowed;
        }

        var ticket = await context.AccountTickets.SingleOrDefaultAsync(
            t => t.Id == invitationId && t.Purpose == TicketPurpose.Invitation && t.UsedUtc == null,
            cancellation
        );
        if (ticket is null)
        {
            return AccountAnswer.NotFound;
        }

        ticket.Use(Now);
        AuditTrail.Record(context, Now, actor.AccountId, "account.uninvite", "invitation", $"{ticket.Id}");
        return await AccountWork.SaveAsync(context, cancellation);
    }

    public Task<AccountAnswer> ChangeRoleAsync(Actor actor, Guid accountId, AccountRole role, string? reason, CancellationToken cancellation) =>
        !Enum.IsDefined(role)
            ? Task.FromResult(AccountAnswer.Invalid)
            : ChangeAsync(
                actor,
                accountId,
                "account.role",
                ["role"],
                reason,
                account => account.Role = role,
                leaves: account => role < AccountRole.Administrator && account.Role == AccountRole.Administrator,
                cancellation
            );

    /// <summary>Lets nobody come in by an account any more; what it did stays.</summary>
    public Task<AccountAnswer> DeactivateAsync(Actor actor, Guid accountId, string? reason, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            accountId,
            "account.deactivate",
            ["state"],
            reason,
            account =>
            {
                account.State = AccountState.Deactivated;
                account.EndSignIns();
            },
            leaves: account => account.Role == AccountRole.Administrator,
            cancellation
        );

    public Task<AccountAnswer> ReactivateAsync(Actor actor, Guid accountId, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            accountId,
            "account.reactivate",
            ["state"],
            null,
            account => account.State = AccountState.Active,
            leaves: _ => false,
            cancellation
        );

    /// <summary>
    /// Takes away who an account was, by an administrator or by its own person: name, address, password, ways to come in. Its number stays in the
    /// audit.
    /// </summary>
    public Task<AccountAnswer> EraseAsync(Actor actor, Guid accountId, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            accountId,
            "account.erase",
            ["name", "email"],
            null,
            account => account.Erase(),
            leaves: account => account.Role == AccountRole.Administrator,
            cancellation,
            alsoSelf: true,
            besides: ForgetAsync
        );

    /// <summary>Sends somebody a link by which they choose another password, or take off a code that they have lost.</summary>
    public async Task<AccountAnswer> SendResetAsync(
        Actor actor,
        Guid accountId,
        TicketPurpose purpose,
        Func<TicketToken, MailText> compose,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(compose);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AllowsAsync(context, actor, cancellation))
        {
            return AccountAnswer.NotAllowed;
        }

        if (purpose is not (TicketPurpose.PasswordReset or TicketPurpose.SecondFactorReset))
        {
            return AccountAnswer.Invalid;
        }

        var account = await context.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.State == AccountState.Active, cancellation);
        if (account?.Email is not { } email)
        {
            return AccountAnswer.NotFound;
        }

        var token = TicketToken.New();
        context.Add(ResetOf(account, purpose, token, actor.AccountId));
        Outbox.Add(context, Now, email, compose(token));
        AuditTrail.Record(context, Now, actor.AccountId, "account.sendReset", "account", $"{account.Id}", reason: $"{purpose}");
        return await AccountWork.SaveAsync(context, cancellation);
    }

    private static IQueryable<AccountLine> Lines(PortalDbContext context, IQueryable<Account> accounts) =>
        accounts
            .OrderBy(a => a.DisplayName)
            .ThenBy(a => a.Id)
            .Select(a => new AccountLine(
                a.Id,
                a.DisplayName,
                a.Email,
                a.Role,
                a.State,
                a.TwoFactorEnabled,
                context.Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == a.Id),
                a.CreatedUtc,
                a.LastSignInUtc
            ));

    private static Task<bool> AllowsAsync(PortalDbContext context, Actor actor, CancellationToken cancellation) =>
        AccountGate.AllowsAsync(context, actor, AccountRole.Administrator, cancellation);

    /// <summary>What else is kept of a person.</summary>
    private static async Task ForgetAsync(PortalDbContext context, Account account, string? email, CancellationToken cancellation)
    {
        var id = account.Id;
        context.RemoveRange(await context.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == id).ToListAsync(cancellation));
        context.RemoveRange(await context.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == id).ToListAsync(cancellation));
        context.RemoveRange(await context.AccountSessions.Where(s => s.AccountId == id).ToListAsync(cancellation));
        context.RemoveRange(
            await context.AccountTickets.Where(t => t.AccountId == id || email != null && t.Email == email).ToListAsync(cancellation)
        );
        context.RemoveRange(await context.OutgoingMails.Where(m => m.To == email).ToListAsync(cancellation));
    }

    private AccountTicket ResetOf(Account account, TicketPurpose purpose, TicketToken token, Guid? by) =>
        new()
        {
            Purpose = purpose,
            TokenHash = token.Hash(),
            AccountId = account.Id,
            CreatedById = by,
            CreatedUtc = Now,
            ExpiresUtc = Now + ResetLife,
        };

    private async Task<AccountAnswer> ChangeAsync(
        Actor actor,
        Guid accountId,
        string action,
        IReadOnlyList<string> fields,
        string? reason,
        Action<Account> change,
        Func<Account, bool> leaves,
        CancellationToken cancellation,
        bool alsoSelf = false,
        Func<PortalDbContext, Account, string?, CancellationToken, Task>? besides = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var least = alsoSelf && actor.AccountId == accountId ? AccountRole.Author : AccountRole.Administrator;
            if (!await AccountGate.AllowsAsync(context, actor, least, cancellation))
            {
                return AccountAnswer.NotAllowed;
            }

            var account = await context.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.State != AccountState.Erased, cancellation);
            if (account is null)
            {
                return AccountAnswer.NotFound;
            }

            if (account.State == AccountState.Active && leaves(account) && !await KeepAnotherAsync(context, accountId, cancellation))
            {
                return AccountAnswer.LastAdministrator;
            }

            if (besides is not null)
            {
                await besides(context, account, account.Email, cancellation);
            }

            change(account);
            account.Touch();
            AuditTrail.Record(context, Now, actor.AccountId, action, "account", $"{accountId}", fields, reason);
            var answer = await AccountWork.SaveAsync(context, cancellation);
            if (answer == AccountAnswer.Done || attempt == MostTries)
            {
                return answer;
            }
        }
    }

    /// <summary>
    /// Holds on to another active administrator: the row is written with its version, so that whoever takes that one away at the same moment is
    /// refused, or this change is.
    /// </summary>
    internal static async Task<bool> KeepAnotherAsync(PortalDbContext context, Guid accountId, CancellationToken cancellation)
    {
        var another = await context
            .Accounts.Where(a => a.Id != accountId && a.Role == AccountRole.Administrator && a.State == AccountState.Active)
            .OrderBy(a => a.CreatedUtc)
            .ThenBy(a => a.Id)
            .FirstOrDefaultAsync(cancellation);
        another?.Touch();
        return another is not null;
    }
}
