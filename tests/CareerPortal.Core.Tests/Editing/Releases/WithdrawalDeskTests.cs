using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing.Releases;

public sealed class WithdrawalDeskTests : IAsyncLifetime
{
    private readonly Newsroom _room = new();
    private Actor _boss = null!;
    private int _one;
    private int _two;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _room.Store.ImportAsync(Sample.Set(Sample.BriefGuide("relieur"), Sample.BriefGuide("doreur")), Cancellation);
        _boss = await _room.PersonAsync(AccountRole.Administrator);
        await using var context = _room.Store.CreateDbContext();
        _one = await context.Set<Guide>().Where(g => g.Slug == "relieur").Select(g => g.Id).SingleAsync(Cancellation);
        _two = await context.Set<Guide>().Where(g => g.Slug == "doreur").Select(g => g.Id).SingleAsync(Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WithdrawAsync_InError_IsGoneWithItsNoteAndNearGuides()
    {
        var answer = await WithdrawAsync(WithdrawalReason.Error, "Des chiffres étaient faux.", null);

        var library = _room.Store.Library();
        var gone = await library.FindGoneAsync("fr", "relieur", Cancellation);
        Assert.Equal(DeskAnswer.Done, answer);
        Assert.Null(await library.FindAsync("fr", "relieur", Cancellation));
        Assert.Equal((WithdrawalReason.Error, "Des chiffres étaient faux.", null), (gone!.Reason, gone.Note, gone.LeadsTo));
        Assert.Equal(["doreur"], gone.Near.Select(g => g.Slug));
    }

    [Fact]
    public async Task WithdrawAsync_Merged_LeadsToTheOther()
    {
        await WithdrawAsync(WithdrawalReason.Merged, "Fusionné.", _two);

        var gone = await _room.Store.Library().FindGoneAsync("fr", "relieur", Cancellation);

        Assert.Equal("doreur", gone!.LeadsTo);
    }

    [Fact]
    public async Task WithdrawAsync_Withdrawn_StaysReadableOutsideLists()
    {
        await WithdrawAsync(WithdrawalReason.Withdrawn, "Le métier change de nom.", null);

        var library = _room.Store.Library();
        var guide = await library.FindAsync("fr", "relieur", Cancellation);
        var catalogue = await library.CatalogueAsync("fr", Cancellation);
        var found = await library.SearchAsync("fr", new GuideQuery { Text = "relieur" }, Cancellation);
        Assert.Equal(new WithdrawnNotice("Le métier change de nom.", DateOnly.FromDateTime(_room.Now)), guide!.Withdrawal);
        Assert.Equal(["doreur"], catalogue.All.Select(g => g.Slug));
        Assert.DoesNotContain(found.Guides, g => g.Slug == "relieur");
    }

    [Theory]
    [InlineData(WithdrawalReason.Error)]
    [InlineData(WithdrawalReason.Withdrawn)]
    public async Task ReinstateAsync_WhateverTheReason_GivesItBackAsItWas(WithdrawalReason reason)
    {
        var before = await _room.SummaryAsync(_one);
        await WithdrawAsync(reason, "Une raison.", null);

        var answers = new[] { await ReinstateAsync(), await ReinstateAsync() };

        Assert.Equal([DeskAnswer.Done, DeskAnswer.DoneBefore], answers);
        Assert.Equal(before, await _room.SummaryAsync(_one));
        Assert.Null((await _room.Store.Library().FindAsync("fr", "relieur", Cancellation))!.Withdrawal);
    }

    [Fact]
    public async Task WithdrawAsync_Twice_HasOneEffect()
    {
        var version = await VersionAsync();

        var answers = new List<DeskAnswer>();
        for (var click = 0; click < 2; click++)
        {
            answers.Add((await _room.Withdrawals.WithdrawAsync(_boss, _one, version, WithdrawalReason.Error, "Faux.", null, Cancellation)).Answer);
        }

        Assert.Equal([DeskAnswer.Done, DeskAnswer.DoneBefore], answers);
        Assert.Equal(1, await _room.CountAsync<AuditEntry>(a => a.Action == "guide.withdraw"));
    }

    [Fact]
    public async Task WithdrawAsync_OfAVersionThatIsNoLongerThere_IsStale()
    {
        var answer = await _room.Withdrawals.WithdrawAsync(_boss, _one, Guid.NewGuid(), WithdrawalReason.Error, "Faux.", null, Cancellation);

        Assert.Equal(DeskAnswer.Stale, answer.Answer);
        Assert.NotNull(await _room.SummaryAsync(_one));
    }

    [Fact]
    public async Task WithdrawAsync_ByAReviewerOrARevokedAdministrator_IsRefused()
    {
        var reviewer = await _room.PersonAsync(AccountRole.Reviewer);
        var version = await VersionAsync();
        await _room.RevokeAsync(_boss);

        var one = await _room.Withdrawals.WithdrawAsync(reviewer, _one, version, WithdrawalReason.Error, "Faux.", null, Cancellation);
        var other = await _room.Withdrawals.WithdrawAsync(_boss, _one, version, WithdrawalReason.Error, "Faux.", null, Cancellation);

        Assert.Equal((DeskAnswer.NotAllowed, DeskAnswer.NotAllowed), (one.Answer, other.Answer));
        Assert.NotNull(await _room.SummaryAsync(_one));
    }

    [Theory]
    [InlineData(WithdrawalReason.Error, " ", false)]
    [InlineData(WithdrawalReason.Merged, "Fusionné.", false)]
    public async Task WithdrawAsync_WithoutWhatReadersNeed_IsRefused(WithdrawalReason reason, string note, bool leads) =>
        Assert.Equal(DeskAnswer.Invalid, await WithdrawAsync(reason, note, leads ? _two : null));

    private async Task<DeskAnswer> WithdrawAsync(WithdrawalReason reason, string note, int? leadsTo) =>
        (await _room.Withdrawals.WithdrawAsync(_boss, _one, await VersionAsync(), reason, note, leadsTo, Cancellation)).Answer;

    private async Task<DeskAnswer> ReinstateAsync() => (await _room.Withdrawals.ReinstateAsync(_boss, _one, null, Cancellation)).Answer;

    private async Task<Guid> VersionAsync() => (await _room.Withdrawals.FindAsync(_boss, _one, Cancellation)).Value!.Version;
}
