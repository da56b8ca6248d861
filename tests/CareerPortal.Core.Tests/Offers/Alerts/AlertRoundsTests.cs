using CareerPortal.Offers;
using CareerPortal.Offers.Alerts;

namespace CareerPortal.Core.Tests.Offers.Alerts;

public sealed class AlertRoundsTests
{
    private const string Lea = "lea@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_TwiceOnADay_MakesOneMailOfWhatIsNewAndOpen()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger d'avant"));
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger de nuit"));
        await people.Offers.AddAsync(OfferStore.Facts("Comptable"));
        var closed = await people.Offers.AddAsync(OfferStore.Facts("Boulanger fermé"));
        await people.Offers.ChangeAsync(closed, o => o.Close(OfferClosing.Withdrawn, people.Offers.Store.Time.GetUtcNow().UtcDateTime));
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger passé") with { Expires = new DateOnly(2026, 11, 22) });

        var first = await people.NextDayAsync();
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger du soir"));
        people.Offers.Store.Time.Advance(TimeSpan.FromHours(2));
        var again = await people.RoundAsync();
        var next = await people.NextDayAsync();
        var nothing = await people.NextDayAsync();

        Assert.Equal((1, 0, 1, 0), (first, again, next, nothing));
        Assert.Equal([$"{Lea}: Confirm", $"{Lea}: 1: Boulanger de nuit", $"{Lea}: 1: Boulanger du soir"], await people.MailsAsync());
    }

    [Fact]
    public async Task Round_SeveralNodesAtOnce_MakeOneMail()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger de nuit"));
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(1));
        var nodes = Enumerable.Range(0, 6).Select(_ => people.Offers.Board()).ToList();

        var made = await Task.WhenAll(
            nodes.Select(board => Task.Run(() => people.RoundsOn(board).MakeAsync(id, AlertPeople.OffersAsync, Cancellation), Cancellation))
        );

        nodes.ForEach(n => n.Dispose());
        Assert.Equal(1, made.Count(m => m));
        Assert.Equal([$"{Lea}: Confirm", $"{Lea}: 1: Boulanger de nuit"], await people.MailsAsync());
    }

    [Fact]
    public async Task Round_RowOfTheDayIsThere_MakesNoMailWhateverTheAlertSays()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger de nuit"));
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(1));
        await using (var context = people.Offers.Store.CreateDbContext())
        {
            context.Add(
                new OfferAlertDigest
                {
                    AlertId = id,
                    Day = BelgianDay.Today(people.Offers.Store.Time),
                    Offers = 1,
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(0, await people.RoundAsync());
        Assert.Equal([$"{Lea}: Confirm"], await people.MailsAsync());
        Assert.Equal(1, await people.NextDayAsync());
    }

    [Fact]
    public async Task Round_TheSamePostOnTwoBoards_IsOneAndNeverNewAgain()
    {
        using var people = await AlertPeople.MakeAsync();
        var before = await people.Offers.AddAsync(OfferStore.Facts("Boulanger d'avant"));
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        var first = await people.Offers.AddAsync(OfferStore.Facts("Boulanger de nuit"));
        var second = await people.Offers.AddAsync(OfferStore.Facts("Boulanger de nuit (H/F/X)"));
        await people.Offers.ChangeAsync(second, o => o.SameAs = first);
        var double1 = await people.Offers.AddAsync(OfferStore.Facts("Boulanger d'avant (H/F/X)"));
        await people.Offers.ChangeAsync(double1, o => o.SameAs = before);

        await people.NextDayAsync();
        await people.Offers.ChangeAsync(first, o => o.Close(OfferClosing.Withdrawn, people.Offers.Store.Time.GetUtcNow().UtcDateTime));
        await people.Offers.ChangeAsync(second, o => o.Close(OfferClosing.Withdrawn, people.Offers.Store.Time.GetUtcNow().UtcDateTime));
        var third = await people.Offers.AddAsync(OfferStore.Facts("Boulanger de nuit"));
        await people.Offers.ChangeAsync(third, o => o.SameAs = first);

        Assert.Equal(0, await people.NextDayAsync());
        var told = (await people.MailsAsync())[^1];
        Assert.Equal(2, (await people.MailsAsync()).Count);
        Assert.StartsWith($"{Lea}: 1: Boulanger de nuit", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_APostOfBeforeThatComesBackUnderAnotherNumber_IsNew()
    {
        using var people = await AlertPeople.MakeAsync();
        var before = await people.Offers.AddAsync(OfferStore.Facts("Boulanger d'avant"));
        await people.Offers.ChangeAsync(before, o => o.Close(OfferClosing.Withdrawn, people.Offers.Store.Time.GetUtcNow().UtcDateTime));
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        var again = await people.Offers.AddAsync(OfferStore.Facts("Boulanger d'avant"));
        await people.Offers.ChangeAsync(again, o => o.SameAs = before);

        Assert.Equal((1, 0), (await people.NextDayAsync(), await people.NextDayAsync()));
    }

    [Fact]
    public async Task Round_MoreThanAMailShows_TellsHowManyAndNeverTheSameAgain()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        for (var number = 0; number < AlertRounds.MostShown + 12; number++)
        {
            await people.Offers.AddAsync(OfferStore.Facts($"Boulanger {number}"));
        }

        await people.NextDayAsync();
        var nothing = await people.NextDayAsync();

        var mail = (await people.MailsAsync())[^1];
        Assert.Equal(0, nothing);
        Assert.StartsWith($"{Lea}: {AlertRounds.MostShown + 12}: ", mail, StringComparison.Ordinal);
        Assert.Equal(AlertRounds.MostShown, mail.Split("Boulanger").Length - 1);
    }

    [Fact]
    public async Task Round_HardlyAnythingNew_FindsNothingWithFewerWords()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync(Lea, "?q=boulanger+nuit+week-end&v=2");
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger"));

        Assert.Equal(0, await people.NextDayAsync());
    }

    [Fact]
    public async Task Round_SearchOfVersionOne_MeansWhatItMeantThen()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync(Lea, "?contrat=interim");
        await people.Offers.AddAsync(OfferStore.Facts("Soudeur") with { Contract = ContractKind.TemporaryToPermanent });
        await people.Offers.AddAsync(OfferStore.Facts("Comptable") with { Contract = ContractKind.Permanent });

        await people.NextDayAsync();

        Assert.Equal($"{Lea}: 1: Soudeur", (await people.MailsAsync())[^1]);
    }

    [Fact]
    public async Task Round_Weekly_ComesOnMondaysAndCatchesUp()
    {
        // The clock stands on a Sunday.
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2", AlertRhythm.Weekly);
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger un"));

        var monday = await people.NextDayAsync();
        await people.Offers.AddAsync(OfferStore.Facts("Boulanger deux"));
        var rest = 0;
        for (var day = 0; day < 6; day++)
        {
            rest += await people.NextDayAsync();
        }

        var late = await people.NextDayAsync(3);
        var alert = Assert.Single(await people.AlertsAsync());

        Assert.Equal((1, 0, 1), (monday, rest, late));
        Assert.Equal(DayOfWeek.Monday, alert.DueOn.DayOfWeek);
    }

    [Fact]
    public async Task Round_ServerThatRefusesForGood_EndsTheAlertAndLaterWaits()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        await people.SubscribeAsync("max@example.org", "?q=boulanger&v=2");
        var outbox = new CareerPortal.Accounts.Outbox(people.Offers.Store, people.Offers.Store.Time);
        var mail = (await outbox.TakeAsync(Cancellation))!;

        await outbox.RefusedAsync(mail.Id, Cancellation);
        var ended = await people.Retention.EndRefusedAsync(Cancellation);

        Assert.Equal(1, ended);
        Assert.Equal(["max@example.org"], (await people.AlertsAsync()).Select(a => a.Email));
        Assert.Equal(["max@example.org: Confirm"], await people.MailsAsync());
    }
}
