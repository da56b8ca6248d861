using CareerPortal.Accounts;
using CareerPortal.Editing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing.Releases;

/// <summary>Links to the site to come: who makes and revokes them, and that one that is over opens nothing.</summary>
public sealed class PreviewDeskTests : IAsyncLifetime
{
    private readonly Newsroom _room = new();
    private Actor _maker = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PreviewDesk Desk => new(_room.Store, _room.Store.Time);

    public async ValueTask InitializeAsync() => _maker = await _room.PersonAsync(AccountRole.Reviewer);

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task MakeAsync_ByAReviewer_OpensAndIsListedWithoutWhatOpensIt()
    {
        var at = _room.Now.AddDays(3);

        var secret = await MakeAsync(at);

        Assert.Equal(new OpenPreview(at, null), await Desk.FindAsync(secret, Cancellation));
        var line = Assert.Single((await Desk.ListAsync(_maker, 1, Cancellation)).Value!.Items);
        Assert.Equal(("La direction", "Reviewer", at, true, true), (line.Note, line.Author, line.AtUtc, line.IsOpen, line.MayRevoke));
        Assert.Equal((_room.Now, _room.Now.AddDays(7)), (line.CreatedUtc, line.ExpiresUtc));
        await using var context = _room.Store.CreateDbContext();
        var held = await context.PreviewLinks.SingleAsync(Cancellation);
        Assert.Equal(TicketToken.Parse(secret)!.Hash(), held.TokenHash);
    }

    [Theory]
    [InlineData(AccountRole.Author, 3, 7, DeskAnswer.NotAllowed)]
    [InlineData(AccountRole.Reviewer, 3, 0, DeskAnswer.Invalid)]
    [InlineData(AccountRole.Reviewer, 3, PreviewDesk.MostDays + 1, DeskAnswer.Invalid)]
    [InlineData(AccountRole.Reviewer, -2, 7, DeskAnswer.Invalid)]
    [InlineData(AccountRole.Reviewer, 1_000, 7, DeskAnswer.Invalid)]
    [InlineData(AccountRole.Administrator, 3, PreviewDesk.MostDays, DeskAnswer.Done)]
    public async Task MakeAsync_ByRoleAndTime_IsDoneOrRefused(AccountRole role, int inDays, int days, DeskAnswer expected)
    {
        var actor = await _room.PersonAsync(role);

        var result = await Desk.MakeAsync(actor, _room.Now.AddDays(inDays), null, days, null, Cancellation);

        Assert.Equal(expected, result.Answer);
        Assert.Equal(expected == DeskAnswer.Done ? 1 : 0, await _room.CountAsync<PreviewLink>(l => l.CreatedById == actor.AccountId));
    }

    [Fact]
    public async Task MakeAsync_OfARelease_ShowsItWhileItIsNotPublished()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;

        var open = await Desk.MakeAsync(_maker, null, id, 7, null, Cancellation);
        await _room.Releases.CancelAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);
        var cancelled = await Desk.MakeAsync(_maker, null, id, 7, null, Cancellation);
        var none = await Desk.MakeAsync(_maker, null, id + 1, 7, null, Cancellation);

        Assert.Equal(new OpenPreview(_room.Now, id), await Desk.FindAsync(open.Value, Cancellation));
        Assert.Equal((DeskAnswer.NotNow, DeskAnswer.NotFound), (cancelled.Answer, none.Answer));
        Assert.Equal("Janvier", Assert.Single((await Desk.ListAsync(_maker, 1, Cancellation)).Value!.Items).Release);
    }

    [Theory]
    [InlineData(AccountRole.Author, DeskAnswer.NotAllowed)]
    [InlineData(AccountRole.Reviewer, DeskAnswer.NotAllowed)]
    [InlineData(AccountRole.Administrator, DeskAnswer.Done)]
    public async Task RevokeAsync_BySomebodyElse_IsForAdministrators(AccountRole role, DeskAnswer expected)
    {
        var secret = await MakeAsync(_room.Now.AddDays(3));
        var other = await _room.PersonAsync(role);
        var line = (await Desk.ListAsync(other, 1, Cancellation)).Value!.Items[0];

        var result = await Desk.RevokeAsync(other, line.Id, Cancellation);

        Assert.Equal((expected, expected == DeskAnswer.Done), (result.Answer, line.MayRevoke));
        Assert.Equal(expected == DeskAnswer.Done, await Desk.FindAsync(secret, Cancellation) is null);
    }

    [Fact]
    public async Task RevokeAsync_ByItsMakerWhoIsNoReviewerAnyMore_IsDoneOnce()
    {
        var secret = await MakeAsync(_room.Now.AddDays(3));
        var kept = await MakeAsync(_room.Now.AddDays(4));
        await _room.RevokeAsync(_maker);
        var id = (await Desk.ListAsync(_maker, 1, Cancellation)).Value!.Items[^1].Id;

        var first = await Desk.RevokeAsync(_maker, id, Cancellation);
        var second = await Desk.RevokeAsync(_maker, id, Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (first.Answer, second.Answer));
        Assert.Null(await Desk.FindAsync(secret, Cancellation));
        Assert.NotNull(await Desk.FindAsync(kept, Cancellation));
        Assert.Equal(1, await _room.CountAsync<AuditEntry>(a => a.Action == "preview.revoke" && a.AccountId == _maker.AccountId));
    }

    [Fact]
    public async Task FindAsync_AfterItsTime_OpensNothing()
    {
        var secret = await MakeAsync(_room.Now.AddDays(3));

        _room.Store.Time.Advance(TimeSpan.FromDays(7));

        Assert.Null(await Desk.FindAsync(secret, Cancellation));
        Assert.Null(await Desk.FindAsync(TicketToken.New().Text, Cancellation));
        Assert.Null(await Desk.FindAsync("x", Cancellation));
    }

    [Fact]
    public async Task DeleteExpiredAsync_LongAfter_DeletesWhatIsOverAndKeepsTheRest()
    {
        await MakeAsync(_room.Now.AddDays(3));
        _room.Store.Time.Advance(TimeSpan.FromDays(7) + (_room.Now.AddMonths(ShareDesk.KeptMonths) - _room.Now));
        var before = await Desk.DeleteExpiredAsync(Cancellation);
        _room.Store.Time.Advance(TimeSpan.FromDays(1));
        var fresh = await MakeAsync(_room.Now.AddDays(3));

        var deleted = await Desk.DeleteExpiredAsync(Cancellation);

        Assert.Equal((0, 1), (before, deleted));
        Assert.NotNull(await Desk.FindAsync(fresh, Cancellation));
    }

    private async Task<string> MakeAsync(DateTime atUtc) => (await Desk.MakeAsync(_maker, atUtc, null, 7, "La direction", Cancellation)).Value!;
}
