using CareerPortal.Accounts;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Accounts;

public sealed class TicketDeskTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly People _people;

    public TicketDeskTests() => _people = new People(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task JoinAsync_FirstAdministrator_EndsAllFirstLinks()
    {
        var (first, second) = (await FirstAsync(), await FirstAsync());

        var joined = await _people.Tickets.JoinAsync(first, Person("lea@example.org"), TestContext.Current.CancellationToken);
        var again = await _people.Tickets.JoinAsync(first, Person("marc@example.org"), TestContext.Current.CancellationToken);
        var other = await _people.Tickets.JoinAsync(second, Person("marc@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal((TicketAnswer.Done, TicketAnswer.Gone, TicketAnswer.Gone), (joined.Answer, again.Answer, other.Answer));
        Assert.Null(await _people.Tickets.IssueFirstAdministratorAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["account.join"], await _people.DeedsAsync());
    }

    [Fact]
    public async Task JoinAsync_SameLinkByManyAtOnce_MakesOneAccount()
    {
        var link = await FirstAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => Task.Run(() => _people.Tickets.JoinAsync(link, Person($"p{i}@example.org"), TestContext.Current.CancellationToken)))
        );

        Assert.Single(answers, a => a.Answer == TicketAnswer.Done);
        await using var context = _store.CreateDbContext();
        Assert.Equal(1, await context.Accounts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FindAsync_LinkPastItsTime_IsGoneAndIsNotStoredInTheClear()
    {
        var link = await FirstAsync();
        var before = await _people.Tickets.FindAsync(link, TestContext.Current.CancellationToken);

        _store.Time.Advance(TicketDesk.FirstAdministratorLife);
        var after = await _people.Tickets.FindAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(TicketPurpose.FirstAdministrator, before!.Purpose);
        Assert.Null(after);
        await using var context = _store.CreateDbContext();
        Assert.Equal(link.Hash(), (await context.AccountTickets.SingleAsync(TestContext.Current.CancellationToken)).TokenHash);
    }

    [Fact]
    public async Task JoinAsync_Invitation_TakesItsAddressAndRoleWhateverIsSaid()
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        await _people.Desk.InviteAsync(boss, "lea@example.org", AccountRole.Author, People.Mail, TestContext.Current.CancellationToken);
        var link = await _people.LastLinkAsync();

        var (answer, id) = await _people.Tickets.JoinAsync(link, Person("other@example.org"), TestContext.Current.CancellationToken);

        await using var context = _store.CreateDbContext();
        var account = await context.Accounts.SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal((TicketAnswer.Done, "lea@example.org", AccountRole.Author), (answer, account.Email, account.Role));
    }

    [Fact]
    public async Task JoinAsync_WeakPassword_IsRefusedAndTheLinkStays()
    {
        var link = await FirstAsync();

        var (answer, _) = await _people.Tickets.JoinAsync(
            link,
            Person("lea@example.org") with
            {
                Password = "motdepasse123",
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(TicketAnswer.Invalid, answer);
        Assert.NotNull(await _people.Tickets.FindAsync(link, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ResetPasswordAsync_Link_EndsSessionsAndTheOtherLinks()
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        var lea = await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);
        await SendAsync(boss, lea, TicketPurpose.PasswordReset);
        var first = await _people.LastLinkAsync();
        await SendAsync(boss, lea, TicketPurpose.PasswordReset);
        var second = await _people.LastLinkAsync();

        var done = await _people.Tickets.ResetPasswordAsync(second, "cinq autres mots ici", People.Site, TestContext.Current.CancellationToken);
        var late = await _people.Tickets.ResetPasswordAsync(first, "six autres mots encore", People.Site, TestContext.Current.CancellationToken);

        var account = await _people.AccountAsync(lea);
        Assert.Equal((TicketAnswer.Done, TicketAnswer.Gone), (done, late));
        Assert.True(new AccountPasswords().Fits(account, "cinq autres mots ici"));
        Assert.Null(await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ChangeEmailAsync_Link_TellsTheOldAddress()
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author);
        await _people.Own.AskEmailAsync(lea, "lea@example.com", People.Mail, TestContext.Current.CancellationToken);
        var link = await _people.LastLinkAsync();

        var answer = await _people.Tickets.ChangeEmailAsync(link, () => new MailText("Changé", "…"), TestContext.Current.CancellationToken);

        await using var context = _store.CreateDbContext();
        var mails = await context.OutgoingMails.OrderBy(m => m.Id).Select(m => m.To).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(TicketAnswer.Done, answer);
        Assert.Equal(["lea@example.com", "lea@example.org"], mails);
        Assert.Equal("LEA@EXAMPLE.COM", (await _people.AccountAsync(lea)).NormalizedUserName);
    }

    [Fact]
    public async Task EndDemonstrationAsync_StoreUsedInEarnest_LeavesNoWayIn()
    {
        var link = await _people.Tickets.IssueDemonstrationAsync("Démonstration", TestContext.Current.CancellationToken);

        var ended = await _people.Tickets.EndDemonstrationAsync(TestContext.Current.CancellationToken);

        var account = await _people.Tickets.SignInAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(1, ended);
        Assert.Null(await _people.Sessions.OpenAsync(account ?? Demonstration.Administrator, null, TestContext.Current.CancellationToken));
        Assert.NotNull(await _people.Tickets.IssueFirstAdministratorAsync(TestContext.Current.CancellationToken));
    }

    private static NewPerson Person(string email) => new(email, "Léa", People.Password, People.Site);

    private async Task<TicketToken> FirstAsync() => (await _people.Tickets.IssueFirstAdministratorAsync(TestContext.Current.CancellationToken))!;

    private Task<AccountAnswer> SendAsync(Actor by, Actor to, TicketPurpose purpose) =>
        _people.Desk.SendResetAsync(by, to.AccountId, purpose, People.Mail, TestContext.Current.CancellationToken);
}
