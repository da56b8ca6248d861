using CareerPortal.Offers.Alerts;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Alerts;

public sealed class AlertDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_AnybodyOnce_SendsALinkAndNoOffers()
    {
        using var people = await AlertPeople.MakeAsync();

        await people.AskAsync("lea@example.org", "?q=boulanger&jours=1&page=3&v=2");
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger"));

        var alert = Assert.Single(await people.AlertsAsync());
        Assert.Equal(0, await people.NextDayAsync());
        Assert.Equal(["lea@example.org: Confirm"], await people.MailsAsync());
        Assert.Equal(("?q=boulanger&v=2", null), (alert.Search, alert.ConfirmedUtc));
    }

    [Fact]
    public async Task Ask_TheSameAgain_IsTheSameAlertAndOneMailATime()
    {
        using var people = await AlertPeople.MakeAsync();

        await people.AskAsync("lea@example.org", "?q=boulanger&v=2");
        await people.AskAsync("LEA@example.org", "?v=2&q=boulanger", AlertRhythm.Weekly);
        var atOnce = await people.MailsAsync();
        people.Offers.Store.Time.Advance(TimeSpan.FromMinutes(11));
        await people.AskAsync("LEA@example.org", "?v=2&q=boulanger", AlertRhythm.Weekly);
        var later = await people.MailsAsync();

        var alert = Assert.Single(await people.AlertsAsync());
        Assert.Equal((1, 2), (atOnce.Count, later.Count));
        Assert.Equal(AlertRhythm.Weekly, alert.Rhythm);
    }

    [Fact]
    public async Task Ask_SomebodyElsesAddressAgainAndAgain_SendsHardlyAnyMail()
    {
        using var people = await AlertPeople.MakeAsync();

        for (var turn = 0; turn < 200; turn++)
        {
            await people.AskAsync("lea@example.org", $"?q=mot{turn % 20}&v=2");
            people.Offers.Store.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(AlertDesk.MostUnconfirmed, (await people.AlertsAsync()).Count);
        Assert.Equal(3 * AlertDesk.MostUnconfirmed, (await people.MailsAsync()).Count);
    }

    [Fact]
    public async Task Ask_UnconfirmedDayAfterDay_SendsThreeMailsAndKeepsTheRowNoLonger()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.AskAsync("lea@example.org", "?q=boulanger&v=2");
        var first = (await people.AlertsAsync()).Single();

        for (var turn = 0; turn < 5; turn++)
        {
            people.Offers.Store.Time.Advance(TimeSpan.FromDays(AlertRetention.UnconfirmedKeptDays) / 6);
            await people.AskAsync("lea@example.org", "?q=boulanger&v=2");
        }

        var last = (await people.AlertsAsync()).Single();
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(AlertRetention.UnconfirmedKeptDays) / 6 + TimeSpan.FromMinutes(1));

        Assert.Equal((first.Id, first.AskedUtc, 3), (last.Id, last.AskedUtc, last.Notices));
        Assert.Equal(3, (await people.MailsAsync()).Count);
        Assert.Equal(1, await people.Retention.DeleteExpiredAsync(Cancellation));
    }

    [Fact]
    public async Task Ask_MoreThanAnAddressMayHave_IsToldToItsOwnerAlone()
    {
        using var people = await AlertPeople.MakeAsync();
        for (var number = 0; number < AlertDesk.MostOfAnAddress; number++)
        {
            await people.SubscribeAsync("lea@example.org", $"?q=mot{number}&v=2");
        }

        people.Offers.Store.Time.Advance(TimeSpan.FromHours(1));
        await people.AskAsync("lea@example.org", "?q=encore&v=2");

        Assert.Equal(AlertDesk.MostOfAnAddress, (await people.AlertsAsync()).Count);
        Assert.Equal("lea@example.org: TooMany", (await people.MailsAsync())[^1]);
    }

    [Fact]
    public async Task Ask_WhatIsActive_TellsItsOwnerSo()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync("lea@example.org", "?q=boulanger&v=2");
        people.Offers.Store.Time.Advance(TimeSpan.FromHours(1));

        await people.AskAsync("lea@example.org", "?q=boulanger&v=2");

        Assert.NotNull(Assert.Single(await people.AlertsAsync()).ConfirmedUtc);
        Assert.Equal(["lea@example.org: Confirm", "lea@example.org: Active"], await people.MailsAsync());
    }

    [Fact]
    public async Task Open_ALinkOfAnotherKindOrChanged_OpensNothing()
    {
        using var people = await AlertPeople.MakeAsync();
        Assert.Null(await people.Desk.OpenAsync(new string('a', 72), AlertLink.Stop, Cancellation));
        var id = await people.SubscribeAsync("lea@example.org", "?q=boulanger&v=2");
        var seal = await people.Keys.MakeAsync(Cancellation);
        var link = seal.Write(id, AlertLink.Stop);
        var changed = Enumerable
            .Range(0, link.Length)
            .Select(i => string.Concat(link.AsSpan(0, i), link[i] == '0' ? "1" : "0", link.AsSpan(i + 1)))
            .Append(link.ToUpperInvariant())
            .Append(link[1..])
            .Append("");

        Assert.Equal(id, await people.Desk.OpenAsync(link, AlertLink.Stop, Cancellation));
        Assert.All(new[] { AlertLink.Confirm, AlertLink.Manage }, purpose => Assert.Null(seal.Read(link, purpose)));
        Assert.All(changed, other => Assert.Null(seal.Read(other, AlertLink.Stop)));
    }

    [Fact]
    public async Task Open_AnotherNodeOrAnEndedAlert_KnowsTheLinkForEver()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync("lea@example.org", "?q=boulanger&v=2");
        var link = (await people.Keys.MakeAsync(Cancellation)).Write(id, AlertLink.Stop);

        Assert.True(await people.Desk.StopAsync(id, Cancellation));
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(4000));
        var other = new AlertDesk(people.Offers.Store, new AlertKeys(people.Offers.Store), people.Offers.Store.Time);

        Assert.Equal(id, await other.OpenAsync(link, AlertLink.Stop, Cancellation));
        Assert.False(await other.StopAsync(id, Cancellation));
        Assert.Null(await other.FindAsync(id, Cancellation));
    }

    [Fact]
    public async Task Stop_WithMailsThatWait_LeavesNothingOfThePerson()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync("lea@example.org", "?q=boulanger&v=2");
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger"));
        Assert.Equal(1, await people.NextDayAsync());

        await people.Desk.StopAsync(id, Cancellation);

        await using var context = people.Offers.Store.CreateDbContext();
        var connection = (Microsoft.Data.Sqlite.SqliteConnection)context.Database.GetDbConnection();
        Assert.Empty(await people.MailsAsync());
        Assert.Empty(await context.OfferAlertDigests.ToListAsync(Cancellation));
        Assert.DoesNotContain(
            StoreRows.Of(connection).Values.SelectMany(rows => rows),
            row => row.Contains("lea@", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Erase_AnAddress_LeavesNothingOfItAndAllOfOthers()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync("lea@example.org", "?q=boulanger&v=2");
        await people.SubscribeAsync("lea@example.org", "?q=soudeur&v=2");
        await people.SubscribeAsync("max@example.org", "?q=boulanger&v=2");
        var register = new AlertRegister(people.Offers.Store);

        var erased = await register.EraseAsync("LEA@example.org", Cancellation);

        Assert.Equal(2, erased);
        Assert.Equal(["max@example.org: Confirm"], await people.MailsAsync());
        Assert.Equal((1, 0, 0), await register.StatusAsync(Cancellation) is var s ? (s.Active, s.Waiting, s.Asked) : default);
    }

    [Fact]
    public async Task Count_Opinions_CountsThemAndNothingElse()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync("lea@example.org", "?q=boulanger&v=2");

        await people.Desk.CountAsync(id, AlertOpinion.Fitting, Cancellation);
        await people.Desk.CountAsync(id, AlertOpinion.Fitting, Cancellation);
        var ended = await people.Desk.CountAsync(Guid.NewGuid(), AlertOpinion.Fitting, Cancellation);

        await using var context = people.Offers.Store.CreateDbContext();
        var count = await context.OfferAlertCounts.SingleAsync(Cancellation);
        Assert.Equal((new DateOnly(2026, 11, 1), AlertOpinion.Fitting, 2), (count.Month, count.Opinion, count.Times));
        Assert.False(ended);
    }
}
