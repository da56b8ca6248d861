using CareerPortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>Issues one-time links that nobody asked for by a form, shows what any of them is for, and does it when its button is pressed.</summary>
public sealed class TicketDesk(IDbContextFactory<PortalDbContext> contexts, AccountPasswords passwords, TimeProvider time)
{
    public static readonly TimeSpan FirstAdministratorLife = TimeSpan.FromHours(24);
    public static readonly TimeSpan DemonstrationLife = TimeSpan.FromHours(24);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A link by which the first administrator makes an account; null where there is an administrator.</summary>
    public async Task<TicketToken?> IssueFirstAdministratorAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await HasAdministratorAsync(context, cancellation))
        {
            return null;
        }

        var token = TicketToken.New();
        context.Add(
            new AccountTicket
            {
                Purpose = TicketPurpose.FirstAdministrator,
                TokenHash = token.Hash(),
                Role = AccountRole.Administrator,
                CreatedUtc = Now,
                ExpiresUtc = Now + FirstAdministratorLife,
            }
        );
        await context.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>A link that signs in as the administrator of the demonstration, who is made where there is none yet. For developers alone.</summary>
    public Task<TicketToken> IssueDemonstrationAsync(string name, CancellationToken cancellation) =>
        IssueDemonstrationAsync(
            Demonstration.Account(Demonstration.Administrator, "administration", name, AccountRole.Administrator, Now),
            cancellation
        );

    /// <summary>A link that signs in as somebody of the demonstration, who is made where there is none yet. For developers alone.</summary>
    public async Task<TicketToken> IssueDemonstrationAsync(Account person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var account = await context.Accounts.SingleOrDefaultAsync(a => a.Id == person.Id, cancellation);
        if (account is null)
        {
            account = person;
            context.Add(account);
            AuditTrail.Record(context, Now, null, "account.create", "account", $"{account.Id}", reason: "demonstration");
        }
        else if (account.State != AccountState.Active || account.Role != person.Role)
        {
            (account.State, account.Role) = (AccountState.Active, person.Role);
            account.Touch();
        }

        var token = TicketToken.New();
        context.Add(
            new AccountTicket
            {
                Purpose = TicketPurpose.Demonstration,
                TokenHash = token.Hash(),
                AccountId = account.Id,
                CreatedUtc = Now,
                ExpiresUtc = Now + DemonstrationLife,
            }
        );
        await context.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>
    /// Switches off what the demonstration left, in a store that is now used in earnest; tells how many accounts that were.
    /// </summary>
    public async Task<int> EndDemonstrationAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var left = await context
            .Accounts.Where(a => a.State == AccountState.Active && a.NormalizedEmail!.EndsWith(Demonstration.NormalDomain))
            .ToListAsync(cancellation);
        foreach (var account in left)
        {
            account.State = AccountState.Deactivated;
            account.EndSignIns();
            AuditTrail.Record(context, Now, null, "account.deactivate", "account", $"{account.Id}", reason: "demonstration");
        }

        await context.SaveChangesAsync(cancellation);
        return left.Count;
    }

    /// <summary>What a link is for; null where it can no longer be used. Nothing is changed by looking.</summary>
    public async Task<OpenTicket?> FindAsync(TicketToken token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await OpenAsync(context, token, cancellation) is { } ticket
            ? new OpenTicket(
                ticket.Purpose,
                ticket.Email,
                ticket.Role,
                await context.Accounts.Where(a => a.Id == ticket.AccountId).Select(a => a.DisplayName).FirstOrDefaultAsync(cancellation),
                ticket.ExpiresUtc
            )
            : null;
    }

    /// <summary>Makes the account of the first administrator, or of somebody invited.</summary>
    public async Task<(TicketAnswer Answer, Guid AccountId)> JoinAsync(TicketToken token, NewPerson person, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ticket = await OpenAsync(context, token, cancellation);
        if (ticket is not { Purpose: TicketPurpose.FirstAdministrator or TicketPurpose.Invitation, Role: { } role })
        {
            return (TicketAnswer.Gone, default);
        }

        var email = EmailText.Read(ticket.Email ?? person.Email);
        if (email is null || string.IsNullOrWhiteSpace(person.Name) || person.Name.Length > Account.NameMaxLength || !person.HasGoodPassword)
        {
            return (TicketAnswer.Invalid, default);
        }

        var normal = Account.Normal(email);
        if (await context.Accounts.AnyAsync(a => a.NormalizedUserName == normal, cancellation))
        {
            return (TicketAnswer.Taken, default);
        }

        var account = Account.Of(email, person.Name.Trim(), role, Now);
        account.PasswordHash = passwords.HashPassword(account, person.Password);
        context.Add(account);
        ticket.Use(Now);
        AuditTrail.Record(context, Now, account.Id, "account.join", "account", $"{account.Id}", ["role"], $"{ticket.Purpose}");
        try
        {
            return (await SaveOnceAsync(context, cancellation) ? TicketAnswer.Done : TicketAnswer.Gone, account.Id);
        }
        catch (DuplicateRowException)
        {
            return (TicketAnswer.Taken, default);
        }
    }

    /// <summary>Takes a link that signs in by itself; null where it no longer does.</summary>
    public async Task<Guid?> SignInAsync(TicketToken token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await OpenAsync(context, token, cancellation) is not { Purpose: TicketPurpose.Demonstration, AccountId: { } account } ticket)
        {
            return null;
        }

        ticket.Use(Now);
        return await SaveOnceAsync(context, cancellation) ? account : null;
    }

    /// <summary>Gives an account another password; nobody is signed in by that.</summary>
    public async Task<TicketAnswer> ResetPasswordAsync(TicketToken token, string password, string siteName, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await OfAccountAsync(context, token, TicketPurpose.PasswordReset, cancellation) is not ({ } ticket, { } account))
        {
            return TicketAnswer.Gone;
        }

        if (PasswordRules.FaultOf(password, account.Email, account.DisplayName, siteName) is not null)
        {
            return TicketAnswer.Invalid;
        }

        account.PasswordHash = passwords.HashPassword(account, password);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        account.EndSignIns();
        var others = await context
            .AccountTickets.Where(t => t.AccountId == account.Id && t.Purpose == TicketPurpose.PasswordReset && t.UsedUtc == null)
            .ToListAsync(cancellation);
        others.ForEach(t => t.Use(Now));
        ticket.Use(Now);
        await EndSessionsAsync(context, account.Id, cancellation);
        AuditTrail.Record(context, Now, account.Id, "account.password", "account", $"{account.Id}", ["password"], $"{ticket.Purpose}");
        return await SaveOnceAsync(context, cancellation) ? TicketAnswer.Done : TicketAnswer.Gone;
    }

    /// <summary>Gives an account the address that was confirmed by the link sent there; the old address is told.</summary>
    public async Task<TicketAnswer> ChangeEmailAsync(TicketToken token, Func<MailText> tellOld, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tellOld);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await OfAccountAsync(context, token, TicketPurpose.EmailChange, cancellation) is not ({ Email: { } email } ticket, { } account))
        {
            return TicketAnswer.Gone;
        }

        if (account.Email is { } old)
        {
            Outbox.Add(context, Now, old, tellOld());
        }

        account.Address(email);
        account.EndSignIns();
        ticket.Use(Now);
        await EndSessionsAsync(context, account.Id, cancellation);
        AuditTrail.Record(context, Now, account.Id, "account.email", "account", $"{account.Id}", ["email"]);
        try
        {
            return await SaveOnceAsync(context, cancellation) ? TicketAnswer.Done : TicketAnswer.Gone;
        }
        catch (DuplicateRowException)
        {
            return TicketAnswer.Taken;
        }
    }

    /// <summary>Takes the one-time code off an account that has lost what makes it.</summary>
    public async Task<TicketAnswer> ResetSecondFactorAsync(TicketToken token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await OfAccountAsync(context, token, TicketPurpose.SecondFactorReset, cancellation) is not ({ } ticket, { } account))
        {
            return TicketAnswer.Gone;
        }

        account.TwoFactorEnabled = false;
        account.EndSignIns();
        ticket.Use(Now);
        context.RemoveRange(await context.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == account.Id).ToListAsync(cancellation));
        await EndSessionsAsync(context, account.Id, cancellation);
        AuditTrail.Record(context, Now, account.Id, "account.codeOff", "account", $"{account.Id}", ["code"], $"{ticket.Purpose}");
        return await SaveOnceAsync(context, cancellation) ? TicketAnswer.Done : TicketAnswer.Gone;
    }

    private async Task EndSessionsAsync(PortalDbContext context, Guid accountId, CancellationToken cancellation)
    {
        var now = Now;
        var open = await context.AccountSessions.Where(s => s.AccountId == accountId && s.EndedUtc == null).ToListAsync(cancellation);
        open.ForEach(s => s.EndedUtc = now);
    }

    private async Task<(AccountTicket? Ticket, Account? Account)> OfAccountAsync(
        PortalDbContext context,
        TicketToken token,
        TicketPurpose purpose,
        CancellationToken cancellation
    )
    {
        var ticket = await OpenAsync(context, token, cancellation);
        return ticket?.Purpose == purpose
            ? (ticket, await context.Accounts.SingleOrDefaultAsync(a => a.Id == ticket.AccountId && a.State == AccountState.Active, cancellation))
            : default;
    }

    private static Task<bool> HasAdministratorAsync(PortalDbContext context, CancellationToken cancellation) =>
        context.Accounts.AnyAsync(a => a.Role == AccountRole.Administrator && a.State == AccountState.Active, cancellation);

    private static async Task<bool> SaveOnceAsync(PortalDbContext context, CancellationToken cancellation)
    {
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else pressed the button first.
            return false;
        }
    }

    private async Task<AccountTicket?> OpenAsync(PortalDbContext context, TicketToken token, CancellationToken cancellation)
    {
        var (hash, now) = (token.Hash(), Now);
        var ticket = await context.AccountTickets.SingleOrDefaultAsync(t => t.TokenHash == hash, cancellation);
        return ticket?.IsOpen(now) != true || ticket.Purpose == TicketPurpose.FirstAdministrator && await HasAdministratorAsync(context, cancellation)
            ? null
            : ticket;
    }
}
