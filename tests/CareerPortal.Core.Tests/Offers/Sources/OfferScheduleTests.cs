using CareerPortal.Offers;
using CareerPortal.Offers.Sources;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class OfferScheduleTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Due_NeverRead_IsTheWhole() => Assert.Equal(OfferRunKind.Whole, OfferSchedule.Due(null, [], new ForemOptions(), Now));

    [Theory]
    [InlineData(25, 25, OfferRunKind.Whole)]
    [InlineData(5, 2, OfferRunKind.Increment)]
    [InlineData(5, 0.5, null)]
    public void Due_ReadSomeHoursAgo_IsWhatItsTimeHasCome(double whole, double done, OfferRunKind? due)
    {
        var source = OfferSync.Source;
        (source.WholeUtc, source.DoneUtc) = (Now.AddHours(-whole), Now.AddHours(-done));

        Assert.Equal(due, OfferSchedule.Due(source, [Run(OfferRunOutcome.Done, done)], new ForemOptions(), Now));
    }

    [Theory]
    [InlineData(1, 4, null)]
    [InlineData(1, 6, OfferRunKind.Whole)]
    [InlineData(3, 19, null)]
    [InlineData(3, 21, OfferRunKind.Whole)]
    [InlineData(30, 359, null)]
    [InlineData(30, 361, OfferRunKind.Whole)]
    public void Due_FailedInARow_WaitsLongerEachTime(int failures, double minutes, OfferRunKind? due)
    {
        var last = Enumerable
            .Range(0, failures)
            .Select(_ => Run(OfferRunOutcome.Failed, minutes / 60))
            .Append(Run(OfferRunOutcome.Done, 90))
            .ToList();

        Assert.Equal(due, OfferSchedule.Due(null, last, new ForemOptions(), Now));
    }

    private static OfferRun Run(OfferRunOutcome outcome, double hoursAgo) =>
        new()
        {
            Source = OfferSync.SourceKey,
            StartedUtc = Now.AddHours(-hoursAgo),
            EndedUtc = Now.AddHours(-hoursAgo),
            Kind = OfferRunKind.Whole,
            Outcome = outcome,
        };
}
