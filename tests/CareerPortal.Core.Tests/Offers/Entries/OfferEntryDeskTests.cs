using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Entries;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Entries;

public sealed class OfferEntryDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublishAsync_EnteredByAColleague_IsOnTheBoardAtOnce()
    {
        using var store = await EntryStore.MakeAsync();
        var (author, reviewer) = (await store.Offers.PersonAsync(AccountRole.Author), await store.Offers.PersonAsync(AccountRole.Reviewer));
        var id = (await store.Desk.EnterAsync(author, Guid.NewGuid(), EntryStore.Form, Cancellation)).Value;

        var answer = await store.Desk.PublishAsync(reviewer, id, await store.VersionAsync(id), Cancellation);

        var entry = await store.EntryAsync(id);
        var offer = await store.OfferAsync(entry.OfferId!.Value);
        await store.Board.CatchUpAsync(Cancellation);
        var hits = (await store.Board.CurrentAsync(Cancellation))!.Find(new OfferQuery { Text = "boulanger" }, BelgianDay.Today(store.Store.Time));
        var changes = await store.Offers.History.SinceAsync(new OfferCursor(offer.Sequence - 1), 10, Cancellation);
        Assert.Equal((DeskAnswer.Done, OfferEntryState.Published), (answer.Answer, entry.State));
        Assert.Equal((OwnOffers.SourceKey, OfferState.Open, "Boulanger·ère (H/F/X)"), (offer.Source, offer.State, offer.Facts.Title));
        Assert.Equal([offer.Id], hits.Page.Select(h => h.Id));
        Assert.Equal((offer.Id, OfferSourceKind.Portal), (changes!.Offers.Single().Id, changes.Offers.Single().SourceKind));
        Assert.Equal(DeskAnswer.DoneBefore, (await store.Desk.PublishAsync(reviewer, id, Guid.NewGuid(), Cancellation)).Answer);
    }

    /// <summary>Four eyes: nobody publishes, returns or refuses what they entered or wrote, whatever their role.</summary>
    [Theory]
    [InlineData(AccountRole.Reviewer)]
    [InlineData(AccountRole.Administrator)]
    public async Task Review_OfOnesOwn_IsRefused(AccountRole role)
    {
        using var store = await EntryStore.MakeAsync();
        var self = await store.Offers.PersonAsync(role);
        var own = (await store.Desk.EnterAsync(self, Guid.NewGuid(), EntryStore.Form, Cancellation)).Value;
        var (_, rewritten) = await store.ProposeAsync();
        var form = EntryStore.Form with { Posts = "3" };
        await store.Desk.ReviseAsync(self, rewritten, await store.VersionAsync(rewritten), form, Cancellation);

        foreach (var id in new[] { own, rewritten })
        {
            var version = await store.VersionAsync(id);
            Assert.Equal(DeskAnswer.NotAllowed, (await store.Desk.PublishAsync(self, id, version, Cancellation)).Answer);
            Assert.Equal(DeskAnswer.NotAllowed, (await store.Desk.ReturnAsync(self, id, version, "Non.", Cancellation)).Answer);
            Assert.Equal(DeskAnswer.NotAllowed, (await store.Desk.RefuseAsync(self, id, version, "Non.", Cancellation)).Answer);
            Assert.False((await store.Desk.FindAsync(self, id, Cancellation)).Value!.MayReview);
            Assert.Equal(OfferEntryState.InReview, (await store.EntryAsync(id)).State);
        }
    }

    [Fact]
    public async Task Writes_ByAnAuthorOnAnothersEntry_AreRefusedAndContactsUnseen()
    {
        using var store = await EntryStore.MakeAsync();
        var (_, id) = await store.ProposeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var version = await store.VersionAsync(id);
        var card = (await store.Desk.FindAsync(author, id, Cancellation)).Value!;

        DeskAnswer[] answers =
        [
            (await store.Desk.PublishAsync(author, id, version, Cancellation)).Answer,
            (await store.Desk.ReturnAsync(author, id, version, "Non.", Cancellation)).Answer,
            (await store.Desk.RefuseAsync(author, id, version, "Non.", Cancellation)).Answer,
            (await store.Desk.CloseAsync(author, id, version, null, Cancellation)).Answer,
            (await store.Desk.RenewAsync(author, id, version, "2026-12-31", Cancellation)).Answer,
            (await store.Desk.ReviseAsync(author, id, version, EntryStore.Form with { Posts = "3" }, Cancellation)).Answer,
        ];

        Assert.All(answers, a => Assert.Equal(DeskAnswer.NotAllowed, a));
        Assert.Equal((null, null, false, false, false), (card.ContactEmail, card.ContactName, card.MayReview, card.MayRevise, card.MayClose));
        Assert.Equal(version, await store.VersionAsync(id));
    }

    [Fact]
    public async Task Writes_OfARightThatWasRevoked_AreRefused()
    {
        using var store = await EntryStore.MakeAsync();
        var (_, id) = await store.ProposeAsync();
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);
        await using (var context = store.Store.CreateDbContext())
        {
            await context.Accounts.ExecuteUpdateAsync(s => s.SetProperty(a => a.SecurityStamp, "autre"), Cancellation);
        }

        Assert.Equal(DeskAnswer.NotAllowed, (await store.Desk.PublishAsync(reviewer, id, await store.VersionAsync(id), Cancellation)).Answer);
        Assert.Equal(DeskAnswer.NotAllowed, (await store.Desk.EnterAsync(reviewer, Guid.NewGuid(), EntryStore.Form, Cancellation)).Answer);
        Assert.Equal(DeskAnswer.NotAllowed, (await store.Desk.ListAsync(reviewer, null, 1, Cancellation)).Answer);
    }

    [Fact]
    public async Task Review_ByTwoAtOnce_HasOneDecision()
    {
        using var store = await EntryStore.MakeAsync();
        var (_, id) = await store.ProposeAsync();
        var version = await store.VersionAsync(id);
        var reviewers = new[] { await store.Offers.PersonAsync(AccountRole.Reviewer), await store.Offers.PersonAsync(AccountRole.Reviewer) };

        var answers = await Task.WhenAll(
            Task.Run(() => store.Desk.PublishAsync(reviewers[0], id, version, Cancellation), Cancellation),
            Task.Run(() => store.Desk.RefuseAsync(reviewers[1], id, version, "Doublon.", Cancellation), Cancellation)
        );

        var entry = await store.EntryAsync(id);
        Assert.Equal([DeskAnswer.Done, DeskAnswer.Stale], answers.Select(a => a.Answer).Order());
        Assert.Equal(answers[0].Answer == DeskAnswer.Done, entry.State == OfferEntryState.Published);
        Assert.Equal(entry.State == OfferEntryState.Published, entry.OfferId is not null);
        Assert.Equal(2, store.Letters.Written.Select(l => l.News).Distinct().Count());
    }

    [Fact]
    public async Task ReviseAsync_SomebodyWroteMeanwhile_IsStaleAndWritesNothing()
    {
        using var store = await EntryStore.MakeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);
        var id = (await store.Desk.EnterAsync(author, Guid.NewGuid(), EntryStore.Form, Cancellation)).Value;
        var version = await store.VersionAsync(id);
        await store.Desk.ReviseAsync(reviewer, id, version, EntryStore.Form with { Posts = "3" }, Cancellation);

        var answer = await store.Desk.ReviseAsync(author, id, version, EntryStore.Form with { Hours = "36" }, Cancellation);

        var entry = await store.EntryAsync(id);
        Assert.Equal((DeskAnswer.Stale, "3", ""), (answer.Answer, entry.Form.Posts, entry.Form.Hours));
    }

    [Fact]
    public async Task ReviseAsync_OfWhatIsOnTheBoard_LeavesItThereUntilItIsPublished()
    {
        using var store = await EntryStore.MakeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var id = (await store.Desk.EnterAsync(author, Guid.NewGuid(), EntryStore.Form, Cancellation)).Value;
        var offer = await store.PublishAsync(id);
        var day = (await store.OfferAsync(offer)).Published;
        store.Store.Time.Advance(TimeSpan.FromDays(3));

        await store.Desk.ReviseAsync(author, id, await store.VersionAsync(id), EntryStore.Form with { Hours = "36", PayHigh = "3000" }, Cancellation);
        var between = await store.OfferAsync(offer);
        var state = (await store.EntryAsync(id)).State;
        Assert.Equal(offer, await store.PublishAsync(id));

        var after = await store.OfferAsync(offer);
        Assert.Equal((OfferEntryState.InReview, OfferState.Open, 290_050), (state, between.State, between.Facts.Pay!.HighCents));
        Assert.Equal((300_000, day, 0), (after.Facts.Pay!.HighCents, after.Published, after.Returns));
        Assert.True(after.Sequence > between.Sequence);
    }

    [Fact]
    public async Task FollowAsync_OfferClosedOnTheBoard_TellsItsEmployerOnce()
    {
        using var store = await EntryStore.MakeAsync();
        var (_, id) = await store.ProposeAsync();
        var number = await store.PublishAsync(id);
        await using (var context = store.Store.CreateDbContext())
        {
            (await context.JobOffers.SingleAsync(o => o.Id == number, Cancellation)).Close(
                OfferClosing.ByHand,
                store.Store.Time.GetUtcNow().UtcDateTime
            );
            await context.SaveChangesAsync(Cancellation);
        }

        await store.Keeping.FollowAsync(Cancellation);
        await store.Keeping.FollowAsync(Cancellation);

        Assert.Equal(id, await store.Entered.EntryOfAsync(number, Cancellation));
        Assert.Null(await store.Entered.EntryOfAsync(number + 1, Cancellation));
        Assert.Equal(OfferEntryState.Withdrawn, (await store.EntryAsync(id)).State);
        Assert.Single(store.Letters.Written, l => l.News == OfferEntryNews.Closed);
    }

    [Fact]
    public async Task RenewAsync_AfterItsLastDay_BringsItBackWithItsTrueAge()
    {
        using var store = await EntryStore.MakeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var id = (await store.Desk.EnterAsync(author, Guid.NewGuid(), EntryStore.Form, Cancellation)).Value;
        var number = await store.PublishAsync(id);
        var day = (await store.OfferAsync(number)).Published;
        var listed = await store.Entered.OpenAsync(Cancellation);
        store.Store.Time.Advance(TimeSpan.FromDays(61));
        var unlisted = await store.Entered.OpenAsync(Cancellation);
        await store.Writer.CloseExpiredAsync(Cancellation);
        await store.Keeping.FollowAsync(Cancellation);
        var expired = (await store.EntryAsync(id)).State;
        var last = BelgianDay.Today(store.Store.Time).AddDays(30);

        var answer = await store.Desk.RenewAsync(author, id, await store.VersionAsync(id), EntryStore.Iso(last), Cancellation);

        var offer = await store.OfferAsync(number);
        Assert.Equal((1, 0), (listed.Count, unlisted.Count));
        Assert.Equal((OfferEntryState.Expired, DeskAnswer.Done), (expired, answer.Answer));
        Assert.Equal((OfferState.Open, day, 1, last), (offer.State, offer.Published, offer.Returns, offer.Expires));
        Assert.Equal((OfferEntryState.Published, last), ((await store.EntryAsync(id)).State, (await store.EntryAsync(id)).LastDay));
        Assert.Equal([number], (await store.Entered.OpenAsync(Cancellation)).Select(o => o.Id));
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2036-01-01")]
    [InlineData("")]
    [InlineData(null)]
    public async Task RenewAsync_UntilNoDay_ChangesNothing(string? day)
    {
        using var store = await EntryStore.MakeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var id = (await store.Desk.EnterAsync(author, Guid.NewGuid(), EntryStore.Form, Cancellation)).Value;
        await store.PublishAsync(id);

        Assert.Equal(DeskAnswer.Invalid, (await store.Desk.RenewAsync(author, id, await store.VersionAsync(id), day, Cancellation)).Answer);
    }

    [Fact]
    public async Task EnterAsync_SentTwiceOrWithFaults_IsOneOfferOrNone()
    {
        using var store = await EntryStore.MakeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var key = Guid.NewGuid();

        var first = await store.Desk.EnterAsync(author, key, EntryStore.Form, Cancellation);
        var second = await store.Desk.EnterAsync(author, key, EntryStore.Form, Cancellation);
        var faulty = await store.Desk.EnterAsync(author, Guid.NewGuid(), EntryStore.Form with { Title = "Boulanger" }, Cancellation);

        var list = (await store.Desk.ListAsync(author, OfferEntryState.InReview, 1, Cancellation)).Value!;
        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore, DeskAnswer.HasFaults), (first.Answer, second.Answer, faulty.Answer));
        Assert.Equal((first.Value, 1), (second.Value, list.Lines.Total));
        Assert.Equal(1, list.Counts[OfferEntryState.InReview]);
    }

    [Fact]
    public async Task RefuseAsync_WhatIsOnTheBoard_IsNotForThisButton()
    {
        using var store = await EntryStore.MakeAsync();
        var (link, id) = await store.ProposeAsync();
        await store.PublishAsync(id);
        await store.Proposals.ReviseAsync(link, await store.VersionAsync(id), EntryStore.Form with { Posts = "3" }, Cancellation);
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);

        var refused = await store.Desk.RefuseAsync(reviewer, id, await store.VersionAsync(id), "Non.", Cancellation);
        var returned = await store.Desk.ReturnAsync(reviewer, id, await store.VersionAsync(id), "Combien de postes ?", Cancellation);

        Assert.Equal((DeskAnswer.NotNow, DeskAnswer.Done), (refused.Answer, returned.Answer));
        Assert.Equal(OfferState.Open, (await store.OfferAsync((await store.EntryAsync(id)).OfferId!.Value)).State);
        Assert.Equal((OfferEntryNews.Returned, "Combien de postes ?"), (store.Letters.Last.News, store.Letters.Last.Word));
    }

    [Fact]
    public async Task CheckAsync_OfAnOfferThatIsOpenAlready_LeadsToIt()
    {
        using var store = await EntryStore.MakeAsync();
        var author = await store.Offers.PersonAsync(AccountRole.Author);
        var open = await store.Offers.AddAsync(
            OfferStore.Facts("Boulanger (H/F/X)", employer: "Boulangerie du Coin") with
            {
                EmployerKind = EmployerKind.Direct,
                Published = DateOnly.FromDateTime(TestStore.Start.UtcDateTime),
            }
        );

        var twin = await store.Desk.CheckAsync(author, EntryStore.Form, null, Cancellation);
        var own = await store.Desk.CheckAsync(author, EntryStore.Form, open, Cancellation);
        var elsewhere = await store.Desk.CheckAsync(author, EntryStore.Form with { Places = "Liège" }, null, Cancellation);

        var fault = Assert.Single(twin!.Faults);
        Assert.Equal((OfferFaultKind.Again, $"{open}", false), (fault.Kind, fault.Detail, fault.IsError));
        Assert.Empty(own!.Faults);
        Assert.Empty(elsewhere!.Faults);
    }

    [Fact]
    public async Task Sources_ThatAreReadAnew_CloseNoOfferOfThePortal()
    {
        using var store = await EntryStore.MakeAsync();
        var (_, id) = await store.ProposeAsync();
        var offer = await store.PublishAsync(id);

        await store.Writer.CloseExamplesAsync(Cancellation);
        await store.Writer.CloseMissingAsync(OfferStore.Source, new HashSet<string>(), Cancellation);

        Assert.Equal(OfferState.Open, (await store.OfferAsync(offer)).State);
    }
}
