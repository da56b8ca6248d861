using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Entries;

public sealed class OfferProposalsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProposeAsync_ByAnEmployer_WaitsForTheAddressAndThenForReview()
    {
        using var store = await EntryStore.MakeAsync();
        var (link, id) = await store.ProposeAsync(confirms: false);
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);
        var early = await store.Desk.PublishAsync(reviewer, id, await store.VersionAsync(id), Cancellation);

        var looked = await store.Proposals.FindAsync(link, Cancellation);
        var confirmed = await store.Proposals.ConfirmAsync(link, Cancellation);
        var again = await store.Proposals.ConfirmAsync(link, Cancellation);

        await using var context = store.Store.CreateDbContext();
        var mail = await context.OutgoingMails.SingleAsync(Cancellation);
        Assert.Equal((DeskAnswer.NotNow, OfferEntryState.Unconfirmed), (early.Answer, looked!.State));
        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (confirmed.Answer, again.Answer));
        Assert.Equal(OfferEntryState.InReview, (await store.EntryAsync(id)).State);
        Assert.Equal(("anne@boulangerie.example", link.Text), (mail.To, mail.Text));
        Assert.Equal(OfferEntryNews.Confirm, store.Letters.Last.News);
    }

    [Theory]
    [InlineData("", "anne@example.com")]
    [InlineData("Anne", "anne")]
    [InlineData("Anne", null)]
    public async Task ProposeAsync_WithoutSomebodyToWriteTo_IsNotTaken(string name, string? email)
    {
        using var store = await EntryStore.MakeAsync();

        var answer = await store.Proposals.ProposeAsync(Guid.NewGuid(), EntryStore.Form, name, email, "fr", Cancellation);

        Assert.Equal(DeskAnswer.Invalid, answer.Answer);
        Assert.Empty(store.Letters.Written);
    }

    /// <summary>Whoever goes back and mends the address, or writes another offer, sends the same page once more.</summary>
    [Fact]
    public async Task ProposeAsync_SamePageTwice_IsOneOfferOnlyWhereNothingDiffers()
    {
        using var store = await EntryStore.MakeAsync();
        var page = Guid.NewGuid();

        var first = await SendAsync(EntryStore.Form, "Anne@boulangerie.example");
        var again = await SendAsync(EntryStore.Form, "anne@boulangerie.example");
        var mended = await SendAsync(EntryStore.Form, "anne@boulangerie.test");
        var other = await SendAsync(EntryStore.Form with { Missions = EntryStore.Form.Missions + " Et plus encore." }, "anne@boulangerie.example");
        var twice = await SendAsync(EntryStore.Form with { Missions = EntryStore.Form.Missions + " Et plus encore." }, "anne@boulangerie.example");

        Assert.Equal(
            [DeskAnswer.Done, DeskAnswer.DoneBefore, DeskAnswer.Done, DeskAnswer.Done, DeskAnswer.DoneBefore],
            new[] { first, again, mended, other, twice }.Select(a => a.Answer)
        );
        Assert.Equal(3, new[] { first, again, mended, other, twice }.Select(a => a.Value).Distinct().Count());

        Task<DeskResult<int>> SendAsync(OfferForm form, string address) =>
            store.Proposals.ProposeAsync(page, form, "Anne", address, "fr", Cancellation);
    }

    [Fact]
    public async Task ProposeAsync_ManyTimesForOneAddress_FillsNobodysMailBox()
    {
        using var store = await EntryStore.MakeAsync();
        for (var n = 0; n < OfferProposals.MostUnconfirmed; n++)
        {
            await store.ProposeAsync(confirms: false);
        }

        var more = await store.Proposals.ProposeAsync(Guid.NewGuid(), EntryStore.Form, "X", "ANNE@Boulangerie.example", "fr", Cancellation);

        Assert.Equal((DeskAnswer.NotNow, OfferProposals.MostUnconfirmed), (more.Answer, store.Letters.Written.Count));
    }

    [Fact]
    public async Task Links_OfEveryMail_LeadToTheProposalAndHold()
    {
        using var store = await EntryStore.MakeAsync();
        var (first, id) = await store.ProposeAsync();
        await store.PublishAsync(id);
        var second = store.Letters.Last;

        var byFirst = await store.Proposals.FindAsync(first, Cancellation);
        var bySecond = await store.Proposals.FindAsync(second.Link, Cancellation);

        Assert.NotEqual(first.Text, second.Link.Text);
        Assert.Equal((OfferEntryNews.Published, byFirst!.OfferId), (second.News, second.OfferId));
        Assert.Equal((true, true, byFirst.Version), (bySecond!.IsOpen, bySecond.CanRenew, bySecond.Version));
        Assert.Null(await store.Proposals.FindAsync(TicketToken.New(), Cancellation));
    }

    [Fact]
    public async Task CloseAsync_ThenRenewAsync_ByItsEmployer_NeedsNoReview()
    {
        using var store = await EntryStore.MakeAsync();
        var (link, id) = await store.ProposeAsync();
        var offer = await store.PublishAsync(id);

        var closed = await store.Proposals.CloseAsync(link, await store.VersionAsync(id), Cancellation);
        var off = await store.OfferAsync(offer);
        var day = EntryStore.Iso(BelgianDay.Today(store.Store.Time).AddDays(20));
        var renewed = await store.Proposals.RenewAsync(link, closed.Value, day, Cancellation);

        Assert.Equal((DeskAnswer.Done, OfferState.Closed, OfferClosing.ByHand), (closed.Answer, off.State, off.Closing));
        Assert.Equal((DeskAnswer.Done, OfferState.Open), (renewed.Answer, (await store.OfferAsync(offer)).State));
    }

    /// <summary>What the portal took off, by the entry, the offer or a report, comes back by a review alone.</summary>
    [Theory]
    [InlineData("entry", false)]
    [InlineData("offer", false)]
    [InlineData("offer", true)]
    [InlineData("rewritten", false)]
    public async Task RenewAsync_OfWhatThePortalTookOff_IsRefused(string by, bool follows)
    {
        using var store = await EntryStore.MakeAsync();
        var (link, id) = await store.ProposeAsync();
        var offer = await store.PublishAsync(id);
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);
        if (by == "entry")
        {
            await store.Desk.CloseAsync(reviewer, id, await store.VersionAsync(id), "Signalée.", Cancellation);
        }
        else
        {
            if (by == "rewritten")
            {
                await store.Proposals.ReviseAsync(link, await store.VersionAsync(id), EntryStore.Form with { Posts = "2" }, Cancellation);
            }

            var card = (await store.Offers.Desk.FindAsync(reviewer, offer, Cancellation)).Value!;
            await store.Offers.Desk.CloseAsync(reviewer, offer, card.Version, Cancellation);
        }

        if (follows)
        {
            await store.Keeping.FollowAsync(Cancellation);
        }

        var day = EntryStore.Iso(BelgianDay.Today(store.Store.Time).AddDays(20));
        var renewed = await store.Proposals.RenewAsync(link, await store.VersionAsync(id), day, Cancellation);

        Assert.Equal((DeskAnswer.NotNow, OfferState.Closed), (renewed.Answer, (await store.OfferAsync(offer)).State));
        Assert.True((await store.Proposals.FindAsync(link, Cancellation))!.CanRevise);
    }

    [Fact]
    public async Task ReviseAsync_AfterAReviewer_SeesThatItIsStale()
    {
        using var store = await EntryStore.MakeAsync();
        var (link, id) = await store.ProposeAsync();
        var version = await store.VersionAsync(id);
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);
        await store.Desk.ReturnAsync(reviewer, id, version, "Précisez l'horaire.", Cancellation);

        var stale = await store.Proposals.ReviseAsync(link, version, EntryStore.Form with { Hours = "38" }, Cancellation);
        var now = await store.Proposals.ReviseAsync(link, await store.VersionAsync(id), EntryStore.Form with { Hours = "38" }, Cancellation);
        var faulty = await store.Proposals.ReviseAsync(link, now.Value, EntryStore.Form with { Title = "" }, Cancellation);

        var entry = await store.EntryAsync(id);
        Assert.Equal((DeskAnswer.Stale, DeskAnswer.Done, DeskAnswer.HasFaults), (stale.Answer, now.Answer, faulty.Answer));
        Assert.Equal((OfferEntryState.InReview, "38", null), (entry.State, entry.Form.Hours, entry.Word));
    }

    [Fact]
    public async Task EraseAsync_OfWhatIsOnTheBoard_TakesItOffAndLeavesNothingOfThePerson()
    {
        using var store = await EntryStore.MakeAsync();
        var (link, id) = await store.ProposeAsync();
        var offer = await store.PublishAsync(id);
        var before = await store.OfferAsync(offer);

        var erased = await store.Proposals.EraseAsync(link, Cancellation);

        await using var context = store.Store.CreateDbContext();
        var left = await store.OfferAsync(offer);
        Assert.Equal((DeskAnswer.Done, OfferState.Closed), (erased.Answer, left.State));
        Assert.True(left.Sequence > before.Sequence && left.Version != before.Version && left.Hash != before.Hash);
        AssertForgotten(before.Facts, left);
        Assert.False(await context.OfferEntries.AnyAsync(Cancellation) || await context.OfferEntryLinks.AnyAsync(Cancellation));
        Assert.Null(await store.Proposals.FindAsync(link, Cancellation));
        Assert.DoesNotContain(
            await context.AuditEntries.ToListAsync(Cancellation),
            e => $"{e.Reason}{e.ObjectId}".Contains('@', StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task DeleteExpiredAsync_EachAtItsTime_LeavesWhatIsOnTheBoard()
    {
        using var store = await EntryStore.MakeAsync();
        var reviewer = await store.Offers.PersonAsync(AccountRole.Reviewer);
        var (_, unconfirmed) = await store.ProposeAsync(confirms: false);
        var (_, refused) = await store.ProposeAsync(EntryStore.Form with { Places = "Liège" });
        await store.Desk.RefuseAsync(reviewer, refused, await store.VersionAsync(refused), "Doublon.", Cancellation);
        var (link, ended) = await store.ProposeAsync();
        var offer = await store.PublishAsync(ended);
        var facts = (await store.OfferAsync(offer)).Facts;

        store.Store.Time.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal(0, await store.Keeping.DeleteExpiredAsync(Cancellation));
        store.Store.Time.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(1, await store.Keeping.DeleteExpiredAsync(Cancellation));
        store.Store.Time.Advance(TimeSpan.FromDays(93));
        Assert.Equal(1, await store.Keeping.DeleteExpiredAsync(Cancellation));
        store.Store.Time.Advance(TimeSpan.FromDays(300));
        Assert.Equal(0, await store.Keeping.DeleteExpiredAsync(Cancellation));
        await store.Writer.CloseExpiredAsync(Cancellation);
        await store.Keeping.FollowAsync(Cancellation);
        store.Store.Time.Advance(TimeSpan.FromDays(364));
        Assert.Equal(0, await store.Keeping.DeleteExpiredAsync(Cancellation));
        Assert.NotNull((await store.OfferAsync(offer)).Facts.Text);
        store.Store.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await store.Keeping.DeleteExpiredAsync(Cancellation));
        AssertForgotten(facts, await store.OfferAsync(offer));
        Assert.Null(await store.Proposals.FindAsync(link, Cancellation));
        Assert.True(unconfirmed > 0);
    }

    [Fact]
    public async Task RemindAsync_ThreeDaysBeforeTheEnd_WritesOnce()
    {
        using var store = await EntryStore.MakeAsync();
        var (_, id) = await store.ProposeAsync();
        await store.PublishAsync(id);

        store.Store.Time.Advance(TimeSpan.FromDays(56));
        Assert.Equal(0, await store.Keeping.RemindAsync(Cancellation));
        store.Store.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await store.Keeping.RemindAsync(Cancellation));
        Assert.Equal(0, await store.Keeping.RemindAsync(Cancellation));

        Assert.Equal((OfferEntryNews.Ending, (await store.EntryAsync(id)).LastDay), (store.Letters.Last.News, store.Letters.Last.LastDay));
    }

    [Fact]
    public async Task FindAsync_OfAHostileText_KeepsItAsWords()
    {
        using var store = await EntryStore.MakeAsync();
        var form = EntryStore.Form with
        {
            Employer = "<script>alert(1)</script>",
            Profile = "<img src=x onerror=alert(1)> [ici](javascript:alert(1))",
            ApplyUrl = "javascript:alert(1)",
        };

        var refused = await store.Proposals.ProposeAsync(Guid.NewGuid(), form, "X", "x@example.com", "fr", Cancellation);
        var (link, id) = await store.ProposeAsync(form with { ApplyUrl = "" });
        var offer = await store.PublishAsync(id);

        var shown = (await store.Entered.FindAsync(offer, Cancellation))!;
        Assert.Equal(DeskAnswer.HasFaults, refused.Answer);
        Assert.Equal((form.Profile, "<script>alert(1)</script>"), (shown.Form.Profile, (await store.OfferAsync(offer)).Facts.Employer));
        Assert.Equal(form.Profile, (await store.Proposals.FindAsync(link, Cancellation))!.Form.Profile);
    }

    /// <summary>What leads on from a closed page is left of an offer; nobody opens it again.</summary>
    private static void AssertForgotten(OfferFacts before, JobOffer left)
    {
        Assert.NotNull(before.Employer);
        Assert.NotNull(before.Text);
        Assert.NotNull(before.Pay);
        Assert.Null(left.Facts.Employer ?? left.Facts.Text ?? left.Facts.Url ?? left.Facts.Reference);
        Assert.Null(left.Facts.Pay);
        Assert.Equal((before.Title, before.Published, before.Expires), (left.Facts.Title, left.Facts.Published, left.Facts.Expires));
        Assert.Equal(before.Places.Select(p => p.Nis), left.Facts.Places.Select(p => p.Nis));
        Assert.NotEqual(OfferClosing.ByHand, left.Closing);
    }
}
