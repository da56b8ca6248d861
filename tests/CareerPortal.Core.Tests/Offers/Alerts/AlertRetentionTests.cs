using CareerPortal.Offers.Alerts;

namespace CareerPortal.Core.Tests.Offers.Alerts;

public sealed class AlertRetentionTests
{
    private const string Lea = "lea@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delete_NeverConfirmed_GoesAfterAFewDays()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.AskAsync(Lea, "?q=boulanger&v=2");

        people.Offers.Store.Time.Advance(TimeSpan.FromDays(AlertRetention.UnconfirmedKeptDays) - TimeSpan.FromMinutes(1));
        var early = await people.Retention.DeleteExpiredAsync(Cancellation);
        people.Offers.Store.Time.Advance(TimeSpan.FromMinutes(2));
        var late = await people.Retention.DeleteExpiredAsync(Cancellation);

        Assert.Equal((0, 1), (early, late));
        Assert.Empty(await people.AlertsAsync());
    }

    [Fact]
    public async Task Ask_UntouchedForAYear_IsAskedOnceAndGoesWithoutAnAnswer()
    {
        using var people = await AlertPeople.MakeAsync();
        await people.SubscribeAsync(Lea, "?q=boulanger&v=2");

        people.Offers.Store.Time.Advance(TimeSpan.FromDays(364));
        var early = await people.Retention.AskAsync(AlertPeople.NoticeAsync, Cancellation);
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(2));
        var asked = await people.Retention.AskAsync(AlertPeople.NoticeAsync, Cancellation);
        var again = await people.Retention.AskAsync(AlertPeople.NoticeAsync, Cancellation);
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(AlertRetention.AnswerDays - 1));
        var kept = await people.Retention.DeleteExpiredAsync(Cancellation);
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(2));
        var gone = await people.Retention.DeleteExpiredAsync(Cancellation);

        Assert.Equal((0, 1, 0, 0, 1), (early, asked, again, kept, gone));
        Assert.Equal($"{Lea}: Question", (await people.MailsAsync())[^1]);
    }

    [Fact]
    public async Task Ask_Answered_GoesOnForAnotherYear()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(366));
        await people.Retention.AskAsync(AlertPeople.NoticeAsync, Cancellation);

        Assert.True(await people.Desk.GoOnAsync(id, Cancellation));
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(300));

        Assert.Equal(0, await people.Retention.DeleteExpiredAsync(Cancellation));
        Assert.Equal(0, await people.Retention.AskAsync(AlertPeople.NoticeAsync, Cancellation));
        Assert.Null(Assert.Single(await people.AlertsAsync()).QuestionUtc);
    }

    [Fact]
    public async Task Ask_SomethingDoneMeanwhile_CountsAsASign()
    {
        using var people = await AlertPeople.MakeAsync();
        var id = await people.SubscribeAsync(Lea, "?q=boulanger&v=2");
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(300));
        await people.Desk.SetRhythmAsync(id, AlertRhythm.Weekly, Cancellation);
        people.Offers.Store.Time.Advance(TimeSpan.FromDays(100));

        Assert.Equal(0, await people.Retention.AskAsync(AlertPeople.NoticeAsync, Cancellation));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-23")]
    [InlineData("2026-11-23", "2026-11-30")]
    [InlineData("2026-11-28", "2026-11-30")]
    public void NextDay_Weekly_IsTheNextMonday(string today, string next) =>
        Assert.Equal(
            DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
            OfferAlert.NextDay(AlertRhythm.Weekly, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
        );
}
