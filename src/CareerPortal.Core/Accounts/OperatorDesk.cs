using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>
/// What whoever runs the site does with accounts, without one: they reach the store itself. Links are given to them, not sent; the audit says that
/// nobody of the workspace did it.
/// </summary>
public sealed class OperatorDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int PageSize = 100;

    private const string Reason = "command line";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>One page of all accounts by address.</summary>
    public async Task<Listing<(string Email, string Name, AccountRole Role, AccountState State)>> ListAsync(int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var accounts = context.Accounts.Where(a => a.State != AccountState.Erased);
        var total = await accounts.CountAsync(cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var found = await accounts
            .OrderBy(a => a.NormalizedUserName)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(a => new
            {
                a.Email,
                a.DisplayName,
                a.Role,
                a.State,
            })
            .ToListAsync(cancellation);
        return new([.. found.Select(a => (a.Email ?? "", a.DisplayName, a.Role, a.State))], total, shown.Page, shown.Pages);
    }

    /// <summary>A link by which somebody makes an account; null where the address is none, or has one.</summary>
    public async Task<TicketToken?> InviteAsync(string email, AccountRole role, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (EmailText.Read(email) is not { } address || await FindAsync(context, address, cancellation) is not null)
        {
            return null;
        }

        return await IssueAsync(context, TicketPurpose.Invitation, null, address, role, AccountDesk.InvitationLife, cancellation);
    }

    /// <summary>A link for another password, or to take off a lost code; null where nobody active has the address.</summary>
    public async Task<TicketToken?> ResetAsync(string email, TicketPurpose purpose, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return
            purpose is TicketPurpose.PasswordReset or TicketPurpose.SecondFactorReset
            && await FindAsync(context, email, cancellation) is { State: AccountState.Active } account
            ? await IssueAsync(context, purpose, account, null, null, AccountDesk.ResetLife, cancellation)
            : null;
    }

    public async Task<AccountAnswer> DeactivateAsync(string email, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, email, cancellation) is not { State: AccountState.Active } account)
        {
            return AccountAnswer.NotFound;
        }

        if (account.Role == AccountRole.Administrator && !await AccountDesk.KeepAnotherAsync(context, account.Id, cancellation))
        {
            return AccountAnswer.LastAdministrator;
        }

        account.State = AccountState.Deactivated;
        account.EndSignIns();
        AuditTrail.Record(context, Now, null, "account.deactivate", "account", $"{account.Id}", ["state"], Reason);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return AccountAnswer.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountAnswer.Stale;
        }
    }

    private static Task<Account?> FindAsync(PortalDbContext context, string email, CancellationToken cancellation)
    {
        var normal = Account.Normal(email.Trim());
        return context.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normal && a.State != AccountState.Erased, cancellation);
    }

    private async Task<TicketToken> IssueAsync(
        PortalDbContext context,
        TicketPurpose purpose,
        Account? account,
        string? email,
        AccountRole? role,
        TimeSpan life,
        CancellationToken cancellation
    )
    {
        var token = TicketToken.New();
        var ticket = new AccountTicket
        {
            Purpose = purpose,
            TokenHash = token.Hash(),
            AccountId = account?.Id,
            Email = email,
            Role = role,
            CreatedUtc = Now,
            ExpiresUtc = Now + life,
        };
        context.Add(ticket);
        var (kind, id) = account is null ? ("invitation", ticket.Id) : ("account", account.Id);
        AuditTrail.Record(context, Now, null, account is null ? "account.invite" : "account.sendReset", kind, $"{id}", reason: Reason);
        await context.SaveChangesAsync(cancellation);
        return token;
    }
}
