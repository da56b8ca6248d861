using CareerPortal.Accounts;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Accounts;

public sealed class AccountDeskTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly People _people;

    public AccountDeskTests() => _people = new People(_store);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(AccountRole.Author)]
    [InlineData(AccountRole.Reviewer)]
    public async Task EveryCall_BySomebodyElseThanAnAdministrator_IsRefused(AccountRole role)
    {
        var lea = await _people.SignedInAsync("lea", role);
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        var (desk, id, none) = (_people.Desk, boss.AccountId, TestContext.Current.CancellationToken);

        var answers = new[]
        {
            await desk.InviteAsync(lea, "x@example.org", AccountRole.Administrator, People.Mail, none),
            await desk.WithdrawInvitationAsync(lea, id, none),
            await desk.ChangeRoleAsync(lea, id, AccountRole.Author, null, none),
            await desk.ChangeRoleAsync(lea, lea.AccountId, AccountRole.Administrator, null, none),
            await desk.DeactivateAsync(lea, id, null, none),
            await desk.ReactivateAsync(lea, id, none),
            await desk.EraseAsync(lea, id, none),
            await desk.SendResetAsync(lea, id, TicketPurpose.PasswordReset, People.Mail, none),
        };

        Assert.All(answers, a => Assert.Equal(AccountAnswer.NotAllowed, a));
        Assert.Null(await desk.ListAsync(lea, 1, none));
        Assert.Null(await desk.FindAsync(lea, id, none));
        Assert.Empty(await desk.InvitationsAsync(lea, none));
        Assert.Null(await new AuditReading(_store).ListAsync(lea, new AuditQuery(), none));
    }

    [Fact]
    public async Task ChangeRoleAsync_LastAdministrator_StaysWhateverIsTried()
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        var (desk, id, none) = (_people.Desk, boss.AccountId, TestContext.Current.CancellationToken);

        var answers = new[]
        {
            await desk.ChangeRoleAsync(boss, id, AccountRole.Author, null, none),
            await desk.DeactivateAsync(boss, id, null, none),
            await desk.EraseAsync(boss, id, none),
        };

        Assert.All(answers, a => Assert.Equal(AccountAnswer.LastAdministrator, a));
        Assert.Equal(AccountRole.Administrator, (await _people.AccountAsync(boss)).Role);
    }

    /// <summary>Each of them may take the right from the next, and would leave nobody if all did at once.</summary>
    [Fact]
    public async Task ChangeRoleAsync_AdministratorsOfEachOtherAtOnce_LeaveOne()
    {
        for (var round = 0; round < 5; round++)
        {
            using var store = new TestStore();
            var people = new People(store);
            var bosses = new List<Actor>();
            for (var i = 0; i < 3; i++)
            {
                bosses.Add(await people.SignedInAsync($"boss{i}", AccountRole.Administrator));
            }

            await Task.WhenAll(
                bosses.Select(
                    (boss, i) =>
                        Task.Run(() =>
                            people.Desk.ChangeRoleAsync(
                                boss,
                                bosses[(i + 1) % bosses.Count].AccountId,
                                AccountRole.Author,
                                null,
                                TestContext.Current.CancellationToken
                            )
                        )
                )
            );

            await using var context = store.CreateDbContext();
            Assert.True(
                await context.Accounts.AnyAsync(
                    a => a.Role == AccountRole.Administrator && a.State == AccountState.Active,
                    TestContext.Current.CancellationToken
                )
            );
        }
    }

    [Fact]
    public async Task DeactivateAsync_SomebodySignedIn_RefusesTheNextWriteAndRead()
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        var lea = await _people.SignedInAsync("lea", AccountRole.Reviewer);
        var before = await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken);

        await _people.Desk.DeactivateAsync(boss, lea.AccountId, "départ", TestContext.Current.CancellationToken);

        await using var context = _store.CreateDbContext();
        Assert.NotNull(before);
        Assert.Null(await AccountGate.RoleOfAsync(context, lea, TestContext.Current.CancellationToken));
        Assert.Null(await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken));
        Assert.Equal(AccountAnswer.NotAllowed, await _people.Own.SetAsync(lea, "X", true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EraseAsync_Account_KeepsItsNumberAndNothingElse()
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        var lea = await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);
        await _people.Own.AskEmailAsync(lea, "lea@example.com", People.Mail, TestContext.Current.CancellationToken);
        await _people.Desk.SendResetAsync(boss, lea.AccountId, TicketPurpose.PasswordReset, People.Mail, TestContext.Current.CancellationToken);

        var answer = await _people.Desk.EraseAsync(lea, lea.AccountId, TestContext.Current.CancellationToken);

        await using var context = _store.CreateDbContext();
        var account = await _people.AccountAsync(lea);
        Assert.Equal(
            (AccountAnswer.Done, AccountState.Erased, "", null, null),
            (answer, account.State, account.DisplayName, account.Email, account.PasswordHash)
        );
        Assert.DoesNotContain("LEA", account.NormalizedUserName, StringComparison.Ordinal);
        Assert.False(await context.AccountSessions.AnyAsync(s => s.AccountId == lea.AccountId, TestContext.Current.CancellationToken));
        Assert.False(await context.AccountTickets.AnyAsync(t => t.AccountId == lea.AccountId, TestContext.Current.CancellationToken));
        Assert.False(await context.OutgoingMails.AnyAsync(m => m.To == "lea@example.org", TestContext.Current.CancellationToken));
        Assert.Contains("account.erase", await _people.DeedsAsync());
    }

    [Fact]
    public async Task InviteAsync_SameAddressAgain_EndsTheEarlierLink()
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);
        await _people.Desk.InviteAsync(boss, "lea@example.org", AccountRole.Author, People.Mail, TestContext.Current.CancellationToken);
        var first = await _people.LastLinkAsync();

        await _people.Desk.InviteAsync(boss, "lea@example.org", AccountRole.Reviewer, People.Mail, TestContext.Current.CancellationToken);

        var open = await _people.Desk.InvitationsAsync(boss, TestContext.Current.CancellationToken);
        Assert.Null(await _people.Tickets.FindAsync(first, TestContext.Current.CancellationToken));
        Assert.Equal(AccountRole.Reviewer, Assert.Single(open).Role);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lea")]
    [InlineData("lea@example.org\r\nBcc: x@example.org")]
    [InlineData("Léa <lea@example.org>")]
    [InlineData("lea@example.org, marc@example.org")]
    public async Task InviteAsync_NoAddress_IsRefused(string typed)
    {
        var boss = await _people.SignedInAsync("boss", AccountRole.Administrator);

        var answer = await _people.Desk.InviteAsync(boss, typed, AccountRole.Author, People.Mail, TestContext.Current.CancellationToken);

        Assert.Equal(AccountAnswer.Invalid, answer);
    }
}
