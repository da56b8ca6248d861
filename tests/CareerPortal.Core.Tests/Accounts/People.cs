using CareerPortal.Accounts;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Accounts;

/// <summary>People of a store, signed in, and the desks they come to.</summary>
internal sealed class People(TestStore store)
{
    public const string Password = "quatre mots sans rapport";
    public const string Site = "Passerelle";

    private static readonly AccountPasswords Passwords = new();

    public TicketDesk Tickets => new(store, Passwords, store.Time);

    public AccountDesk Desk => new(store, store.Time);

    public OwnDesk Own => new(store, Passwords, store.Time);

    public SessionDesk Sessions => new(store, store.Time);

    public static MailText Mail(TicketToken token) => new("Sujet", token.Text);

    public async Task<Actor> SignedInAsync(string name, AccountRole role, bool hasPassword = false)
    {
        await using var context = store.CreateDbContext();
        var account = Account.Of($"{name}@example.org", name, role, store.Time.GetUtcNow().UtcDateTime);
        account.PasswordHash = hasPassword ? Passwords.HashPassword(account, Password) : null;
        context.Add(account);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var session = await Sessions.OpenAsync(account.Id, "Firefox, Linux", TestContext.Current.CancellationToken);
        return new Actor(account.Id, session!.Id, account.SecurityStamp!);
    }

    public async Task<Account> AccountAsync(Actor actor)
    {
        await using var context = store.CreateDbContext();
        return await context.Accounts.SingleAsync(a => a.Id == actor.AccountId, TestContext.Current.CancellationToken);
    }

    /// <summary>The link in the mail that was laid in last.</summary>
    public async Task<TicketToken> LastLinkAsync()
    {
        await using var context = store.CreateDbContext();
        var text = await context.OutgoingMails.OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync(TestContext.Current.CancellationToken);
        return TicketToken.Parse(text)!;
    }

    public async Task<IReadOnlyList<string>> DeedsAsync()
    {
        await using var context = store.CreateDbContext();
        return await context.AuditEntries.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(TestContext.Current.CancellationToken);
    }
}
