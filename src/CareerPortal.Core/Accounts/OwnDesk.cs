using CareerPortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>What people do with their own account.</summary>
public sealed class OwnDesk(IDbContextFactory<PortalDbContext> contexts, AccountPasswords passwords, TimeProvider time)
{
    public static readonly TimeSpan EmailChangeLife = TimeSpan.FromHours(24);

    /// <summary>A reset by mail holds no longer than it takes to read one.</summary>
    public static readonly TimeSpan ForgottenLife = TimeSpan.FromHours(1);

    /// <summary>How soon the same mail can be asked for again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    private const int MostDeeds = 5000;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The account; null where the sign-in no longer holds.</summary>
    public async Task<OwnAccount?> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(context, actor, cancellation) is { } account ? Of(account) : null;
    }

    /// <summary>Changes the name that colleagues read, and whether mails come.</summary>
    public async Task<AccountAnswer> SetAsync(Actor actor, string name, bool wantsMail, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, cancellation) is not { } account)
        {
            return AccountAnswer.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > Account.NameMaxLength)
        {
            return AccountAnswer.Invalid;
        }

        string[] fields =
        [
            .. account.DisplayName == name ? Array.Empty<string>() : ["name"],
            .. account.WantsMail == wantsMail ? Array.Empty<string>() : ["mail"],
        ];
        if (fields.Length == 0)
        {
            return AccountAnswer.Done;
        }

        (account.DisplayName, account.WantsMail) = (name, wantsMail);
        account.Touch();
        AuditTrail.Record(context, Now, account.Id, "account.change", "account", $"{account.Id}", fields);
        return await AccountWork.SaveAsync(context, cancellation);
    }

    /// <summary>Changes the password: whoever is signed in elsewhere no longer is.</summary>
    public async Task<AccountAnswer> ChangePasswordAsync(Actor actor, string current, string next, string siteName, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, cancellation) is not { } account)
        {
            return AccountAnswer.NotAllowed;
        }

        if (!passwords.Fits(account, current))
        {
            return AccountAnswer.WrongPassword;
        }

        if (PasswordRules.FaultOf(next, account.Email, account.DisplayName, siteName) is not null)
        {
            return AccountAnswer.Invalid;
        }

        account.PasswordHash = passwords.HashPassword(account, next);
        account.EndSignIns();
        var now = Now;
        var others = await context
            .AccountSessions.Where(s => s.AccountId == account.Id && s.Id != actor.SessionId && s.EndedUtc == null)
            .ToListAsync(cancellation);
        others.ForEach(s => s.EndedUtc = now);
        AuditTrail.Record(context, now, account.Id, "account.password", "account", $"{account.Id}", ["password"]);
        return await AccountWork.SaveAsync(context, cancellation);
    }

    /// <summary>Sends a link to the new address; until it is used the old one holds.</summary>
    public async Task<AccountAnswer> AskEmailAsync(Actor actor, string email, Func<TicketToken, MailText> compose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(compose);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, cancellation) is not { } account)
        {
            return AccountAnswer.NotAllowed;
        }

        if (EmailText.Read(email) is not { } address)
        {
            return AccountAnswer.Invalid;
        }

        var normal = Account.Normal(address);
        if (await context.Accounts.AnyAsync(a => a.NormalizedUserName == normal, cancellation))
        {
            return AccountAnswer.Taken;
        }

        var since = Now - Again;
        var earlier = await context
            .AccountTickets.Where(t => t.AccountId == account.Id && t.Purpose == TicketPurpose.EmailChange && t.UsedUtc == null)
            .ToListAsync(cancellation);
        if (earlier.Exists(t => t.CreatedUtc > since))
        {
            return AccountAnswer.TooSoon;
        }

        earlier.ForEach(t => t.Use(Now));
        var token = TicketToken.New();
        context.Add(
            new AccountTicket
            {
                Purpose = TicketPurpose.EmailChange,
                TokenHash = token.Hash(),
                AccountId = account.Id,
                Email = address,
                CreatedById = account.Id,
                CreatedUtc = Now,
                ExpiresUtc = Now + EmailChangeLife,
            }
        );
        Outbox.Add(context, Now, address, compose(token));
        AuditTrail.Record(context, Now, account.Id, "account.askEmail", "account", $"{account.Id}");
        return await AccountWork.SaveAsync(context, cancellation);
    }

    /// <summary>
    /// Sends a link for another password, where there is such an account. It answers nothing: nobody learns by it who has an account.
    /// </summary>
    public async Task AskPasswordAsync(string email, Func<TicketToken, MailText> compose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(compose);
        if (EmailText.Read(email) is not { } address)
        {
            return;
        }

        var (normal, since) = (Account.Normal(address), Now - Again);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var account = await context.Accounts.SingleOrDefaultAsync(
            a => a.NormalizedUserName == normal && a.State == AccountState.Active,
            cancellation
        );
        if (
            account?.Email is not { } to
            || await context.AccountTickets.AnyAsync(
                t => t.AccountId == account.Id && t.Purpose == TicketPurpose.PasswordReset && t.CreatedUtc > since,
                cancellation
            )
        )
        {
            return;
        }

        var token = TicketToken.New();
        context.Add(
            new AccountTicket
            {
                Purpose = TicketPurpose.PasswordReset,
                TokenHash = token.Hash(),
                AccountId = account.Id,
                CreatedUtc = Now,
                ExpiresUtc = Now + ForgottenLife,
            }
        );
        Outbox.Add(context, Now, to, compose(token));
        AuditTrail.Record(context, Now, null, "account.askPassword", "account", $"{account.Id}");
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>All that is kept of the person; null where the sign-in no longer holds.</summary>
    public async Task<OwnData?> ExportAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, cancellation) is not { } account)
        {
            return null;
        }

        var id = account.Id;
        var sessions = await context
            .AccountSessions.Where(s => s.AccountId == id)
            .OrderByDescending(s => s.SeenUtc)
            .ThenBy(s => s.Id)
            .Take(MostDeeds)
            .Select(s => new OpenSession(s.Id, s.CreatedUtc, s.SeenUtc, s.Browser))
            .ToListAsync(cancellation);
        var passkeys = await context.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == id).ToListAsync(cancellation);
        var deeds = await context
            .AuditEntries.Where(e => e.AccountId == id)
            .OrderByDescending(e => e.Id)
            .Take(MostDeeds)
            .Select(e => new OwnData.Deed(e.AtUtc, e.Action, e.ObjectKind, e.ObjectId, e.Fields, e.Reason))
            .ToListAsync(cancellation);
        return new OwnData(
            Of(account),
            sessions,
            [.. passkeys.Select(p => p.Data.Name ?? "")],
            deeds,
            await context.AuditEntries.CountAsync(e => e.AccountId == id, cancellation)
        );
    }

    private static OwnAccount Of(Account account) =>
        new(
            account.DisplayName,
            account.Email ?? "",
            account.Role,
            account.WantsMail,
            account.PasswordHash is not null,
            account.TwoFactorEnabled,
            account.CreatedUtc
        );

    private static async Task<Account?> FindAsync(PortalDbContext context, Actor actor, CancellationToken cancellation) =>
        await AccountGate.RoleOfAsync(context, actor, cancellation) is null
            ? null
            : await context.Accounts.SingleOrDefaultAsync(a => a.Id == actor.AccountId, cancellation);
}
