using CareerPortal.Accounts;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Accounts;

public sealed class OwnDeskTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly People _people;

    public OwnDeskTests() => _people = new People(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ChangePasswordAsync_RightOne_EndsTheOtherSessions()
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);
        var other = await _people.Sessions.OpenAsync(lea.AccountId, "Safari, iPhone", TestContext.Current.CancellationToken);

        var answer = await ChangeAsync(lea, People.Password, "cinq autres mots ici");

        var stamp = (await _people.AccountAsync(lea)).SecurityStamp!;
        Assert.Equal(AccountAnswer.Done, answer);
        Assert.NotNull(await _people.Sessions.LookAsync(lea with { SecurityStamp = stamp }, TestContext.Current.CancellationToken));
        Assert.Null(await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken));
        var elsewhere = new Actor(lea.AccountId, other!.Id, stamp);
        Assert.Null(await _people.Sessions.LookAsync(elsewhere, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("pas le bon du tout", "cinq autres mots ici", AccountAnswer.WrongPassword)]
    [InlineData(People.Password, "court", AccountAnswer.Invalid)]
    [InlineData(People.Password, "passerelle-lea", AccountAnswer.Invalid)]
    public async Task ChangePasswordAsync_WrongOrWeak_IsRefused(string current, string next, AccountAnswer expected)
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);

        Assert.Equal(expected, await ChangeAsync(lea, current, next));
    }

    [Fact]
    public async Task AskPasswordAsync_KnownAndUnknown_SendsOneMailToTheKnown()
    {
        await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);

        await _people.Own.AskPasswordAsync("LEA@example.org", People.Mail, TestContext.Current.CancellationToken);
        await _people.Own.AskPasswordAsync("lea@example.org", People.Mail, TestContext.Current.CancellationToken);
        await _people.Own.AskPasswordAsync("nobody@example.org", People.Mail, TestContext.Current.CancellationToken);

        await using var context = _store.CreateDbContext();
        var mail = await context.OutgoingMails.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("lea@example.org", mail.To);
    }

    [Fact]
    public async Task AskEmailAsync_AddressOfAnother_IsTaken()
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author);
        await _people.SignedInAsync("marc", AccountRole.Author);

        Assert.Equal(
            AccountAnswer.Taken,
            await _people.Own.AskEmailAsync(lea, "Marc@Example.org", People.Mail, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task ExportAsync_Person_HoldsWhatIsKeptAndNothingOfOthers()
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author);
        await _people.SignedInAsync("marc", AccountRole.Author);
        await _people.Own.SetAsync(lea, "Léa D.", wantsMail: false, TestContext.Current.CancellationToken);

        var data = await _people.Own.ExportAsync(lea, TestContext.Current.CancellationToken);

        Assert.Equal(("Léa D.", "lea@example.org", false), (data!.Account.Name, data.Account.Email, data.Account.WantsMail));
        Assert.Equal(["account.change", "account.signIn"], data.Deeds.Select(d => d.Action));
        Assert.Single(data.Sessions);
    }

    [Fact]
    public async Task LookAsync_SessionEndedOrLongUnused_IsNoLongerThere()
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author);
        var second = await _people.Sessions.OpenAsync(lea.AccountId, null, TestContext.Current.CancellationToken);
        var elsewhere = lea with { SessionId = second!.Id };

        await _people.Sessions.EndAsync(lea, second.Id, TestContext.Current.CancellationToken);
        var ended = await _people.Sessions.LookAsync(elsewhere, TestContext.Current.CancellationToken);
        _store.Time.Advance(SessionDesk.Idle - TimeSpan.FromMinutes(1));
        var used = await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken);
        _store.Time.Advance(SessionDesk.Idle - TimeSpan.FromMinutes(1));
        var stillUsed = await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken);
        _store.Time.Advance(SessionDesk.Idle);
        var unused = await _people.Sessions.LookAsync(lea, TestContext.Current.CancellationToken);

        Assert.Null(ended);
        Assert.NotNull(used);
        Assert.NotNull(stillUsed);
        Assert.Null(unused);
    }

    [Fact]
    public async Task DeleteExpiredAsync_AfterTheirTime_LeavesNothingOfSignInsLinksAndMails()
    {
        var lea = await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);
        await _people.Own.AskPasswordAsync("lea@example.org", People.Mail, TestContext.Current.CancellationToken);
        var retention = new AccountRetention(_store, _store.Time);

        var early = await retention.DeleteExpiredAsync(TestContext.Current.CancellationToken);
        _store.Time.Advance(TimeSpan.FromDays(32));
        var late = await retention.DeleteExpiredAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, 3), (early, late));
        Assert.Equal("lea", (await _people.AccountAsync(lea)).DisplayName);
    }

    [Fact]
    public async Task TakeAsync_ManyNodesAtOnce_GivesEachMailToOne()
    {
        await _people.SignedInAsync("lea", AccountRole.Author, hasPassword: true);
        await _people.Own.AskPasswordAsync("lea@example.org", People.Mail, TestContext.Current.CancellationToken);
        var outbox = new Outbox(_store, _store.Time);

        var taken = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => outbox.TakeAsync(TestContext.Current.CancellationToken))));

        var mail = Assert.Single(taken.OfType<OutgoingMail>());
        await outbox.FailedAsync(mail, TestContext.Current.CancellationToken);
        Assert.Null(await outbox.TakeAsync(TestContext.Current.CancellationToken));
        _store.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await outbox.TakeAsync(TestContext.Current.CancellationToken));
    }

    private Task<AccountAnswer> ChangeAsync(Actor actor, string current, string next) =>
        _people.Own.ChangePasswordAsync(actor, current, next, People.Site, TestContext.Current.CancellationToken);
}
