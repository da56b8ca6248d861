using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Offers;
using CareerPortal.Offers.Desk;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Desk;

public sealed class OfferDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CorrectAsync_ByAReviewer_IsLearnedFromAndTold()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger-pâtissier (H/F)"), "G1602", 0.3);
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var card = await store.Desk.FindAsync(reviewer, id, Cancellation);

        var answer = await store.Desk.CorrectAsync(reviewer, id, card.Value!.Version, " d1102 ", Cancellation);
        var again = await store.Desk.CorrectAsync(reviewer, id, card.Value.Version, "D1102", Cancellation);

        await using var context = store.Store.CreateDbContext();
        var offer = await context.JobOffers.SingleAsync(Cancellation);
        var learned = await context.OfferCorrections.SingleAsync(Cancellation);
        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (answer.Answer, again.Answer));
        Assert.Equal(("D1102", OfferOccupationOrigin.Counsellor), (offer.OccupationCode, offer.OccupationOrigin));
        Assert.Equal(("Boulanger-pâtissier (H/F)", "D1102"), (learned.Title, learned.OccupationCode));
        Assert.Equal(2, offer.Sequence);
    }

    [Theory]
    [InlineData("Z9999")]
    [InlineData("")]
    public async Task CorrectAsync_UnknownCode_ChangesNothing(string code)
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102", 0.9);
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var card = await store.Desk.FindAsync(reviewer, id, Cancellation);

        var answer = await store.Desk.CorrectAsync(reviewer, id, card.Value!.Version, code, Cancellation);

        Assert.Equal(DeskAnswer.Invalid, answer.Answer);
        Assert.Equal(card.Value.Version, (await store.Desk.FindAsync(reviewer, id, Cancellation)).Value!.Version);
    }

    [Fact]
    public async Task CloseAsync_SomethingChangedMeanwhile_IsStale()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"));
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var card = await store.Desk.FindAsync(reviewer, id, Cancellation);
        await store.ChangeAsync(id, o => o.Facts = o.Facts with { Title = "Boulanger de nuit" });

        var answer = await store.Desk.CloseAsync(reviewer, id, card.Value!.Version, Cancellation);

        Assert.Equal(DeskAnswer.Stale, answer.Answer);
        Assert.Equal(OfferState.Open, (await store.Shelf.FindAsync(id, Cancellation))!.State);
    }

    [Fact]
    public async Task CloseAsync_ThenReopenAsync_TakesOffAndPutsBack()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"));
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var version = (await store.Desk.FindAsync(reviewer, id, Cancellation)).Value!.Version;

        var closed = await store.Desk.CloseAsync(reviewer, id, version, Cancellation);
        var state = (await store.Shelf.FindAsync(id, Cancellation))!;
        var reopened = await store.Desk.ReopenAsync(reviewer, id, closed.Value, Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.Done), (closed.Answer, reopened.Answer));
        Assert.Equal((OfferState.Closed, OfferClosing.ByHand), (state.State, state.Closing));
        var now = (await store.Shelf.FindAsync(id, Cancellation))!;
        Assert.Equal((OfferState.Open, 0, 3), (now.State, now.Returns, now.Sequence));
    }

    [Fact]
    public async Task ReopenAsync_ClosedByItsSource_IsNotForThisDesk()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"));
        await store.ChangeAsync(id, o => o.Close(OfferClosing.Withdrawn, TestStore.Start.UtcDateTime));
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var version = (await store.Desk.FindAsync(reviewer, id, Cancellation)).Value!.Version;

        var answer = await store.Desk.ReopenAsync(reviewer, id, version, Cancellation);

        Assert.Equal(DeskAnswer.NotNow, answer.Answer);
    }

    [Fact]
    public async Task SettleAsync_ReportThatIsRight_TakesTheOfferOffOnce()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Envoyez 50 € d'abord"));
        await new OfferReportBox(store.Store, store.Store.Time).TakeAsync(
            id,
            OfferReportReason.AsksForPayment,
            " On me demande 50 €. ",
            Cancellation
        );
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var report = (await store.Desk.ReportsAsync(reviewer, 1, Cancellation)).Value!.Items.Single().Report;

        var settled = await store.Desk.SettleAsync(reviewer, report.Id, closes: true, Cancellation);
        var again = await store.Desk.SettleAsync(reviewer, report.Id, closes: false, Cancellation);

        Assert.Equal(("On me demande 50 €.", OfferReportReason.AsksForPayment), (report.Words, report.Reason));
        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (settled.Answer, again.Answer));
        Assert.Equal(OfferState.Closed, (await store.Shelf.FindAsync(id, Cancellation))!.State);
        Assert.True((await store.Desk.ReportsAsync(reviewer, 1, Cancellation)).Value!.Items.Single().Report.WasClosed);
    }

    [Fact]
    public async Task DistinguishAsync_TwoOfOneGroup_ArePartedForGood()
    {
        using var store = await OfferStore.MakeAsync();
        var first = await store.AddAsync(OfferStore.Facts("Boulanger"));
        var second = await store.AddAsync(OfferStore.Facts("Boulanger"));
        await store.ChangeAsync(second, o => o.SameAs = first);
        var reviewer = await store.PersonAsync(AccountRole.Reviewer);
        var card = (await store.Desk.FindAsync(reviewer, first, Cancellation)).Value!;

        var answer = await store.Desk.DistinguishAsync(reviewer, first, card.Version, second, Cancellation);

        await using var context = store.Store.CreateDbContext();
        var kept = await context.OfferDistinctions.SingleAsync(Cancellation);
        Assert.Equal([second], card.Same.Select(o => o.Id));
        Assert.Equal((DeskAnswer.Done, first, second), (answer.Answer, kept.FirstId, kept.SecondId));
        Assert.Empty((await store.Desk.FindAsync(reviewer, first, Cancellation)).Value!.Same);
    }

    [Fact]
    public async Task Writes_ByAnAuthor_AreRefused()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"));
        await new OfferReportBox(store.Store, store.Store.Time).TakeAsync(id, OfferReportReason.Expired, null, Cancellation);
        var author = await store.PersonAsync(AccountRole.Author);
        var card = (await store.Desk.FindAsync(author, id, Cancellation)).Value!;

        DeskAnswer[] answers =
        [
            (await store.Desk.CloseAsync(author, id, card.Version, Cancellation)).Answer,
            (await store.Desk.ReopenAsync(author, id, card.Version, Cancellation)).Answer,
            (await store.Desk.CorrectAsync(author, id, card.Version, "D1102", Cancellation)).Answer,
            (await store.Desk.DistinguishAsync(author, id, card.Version, id + 1, Cancellation)).Answer,
            (await store.Desk.SettleAsync(author, card.Reports[0].Id, true, Cancellation)).Answer,
        ];

        Assert.All(answers, a => Assert.Equal(DeskAnswer.NotAllowed, a));
    }

    [Fact]
    public async Task ListAsync_Unsure_ListsWhatNobodyHasSaidAndTitlesDoNotSay()
    {
        using var store = await OfferStore.MakeAsync();
        await store.AddAsync(OfferStore.Facts("Boulanger"), "D1102", 0.9);
        var unsure = await store.AddAsync(OfferStore.Facts("Aide au four"), "D1102", 0.2);
        var none = await store.AddAsync(OfferStore.Facts("???"));
        var author = await store.PersonAsync(AccountRole.Author);

        var list = (await store.Desk.ListAsync(author, OfferFilter.Unsure, 1, Cancellation)).Value!;

        Assert.Equal([none, unsure], list.Items.Select(o => o.Id));
        Assert.Equal(2, (await store.Desk.StateAsync(author, Cancellation)).Value!.Unsure);
    }

    [Fact]
    public async Task DeleteExpiredAsync_AYearLater_LeavesNoReport()
    {
        using var store = await OfferStore.MakeAsync();
        var id = await store.AddAsync(OfferStore.Facts("Boulanger"));
        var box = new OfferReportBox(store.Store, store.Store.Time);
        await box.TakeAsync(id, OfferReportReason.Other, "Rien", Cancellation);

        var before = await box.DeleteExpiredAsync(Cancellation);
        store.Store.Time.Advance(TimeSpan.FromDays(367));
        var after = await box.DeleteExpiredAsync(Cancellation);

        Assert.Equal((0, 1), (before, after));
    }
}
