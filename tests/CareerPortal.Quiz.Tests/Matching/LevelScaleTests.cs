using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class LevelScaleTests
{
    private static readonly ProfileEstimator Estimator = new(SmallBank.OfQualities());

    [Theory]
    [InlineData(-3, 1)]
    [InlineData(-1.26, 1)]
    [InlineData(-1.25, 2)]
    [InlineData(-0.25, 3)]
    [InlineData(0.74, 3)]
    [InlineData(0.75, 4)]
    [InlineData(1.25, 5)]
    [InlineData(9, 5)]
    public void Step_OfALevel_IsTheHighestRequirementThatItMeets(double z, int step) => Assert.Equal(step, LevelScale.Step(z));

    [Fact]
    public void Place_AlongTheScale_RisesFromNothingToAll()
    {
        var places = Enumerable.Range(-40, 81).Select(tenth => LevelScale.Place(tenth / 10.0)).ToList();

        Assert.Equal(places.Order(), places);
        Assert.Equal(0, places[0]);
        Assert.Equal(1, places[^1]);
        Assert.Equal(0.6, LevelScale.Place(0.75), 12);
    }

    /// <summary>What is drawn and what is said of a quality can never contradict each other.</summary>
    [Property(MaxTest = 300)]
    public void Status_AnyAnswers_IsWhatTheStepsOfTheIntervalSay(int seed)
    {
        var random = new Random(seed);
        var answers = Estimator.Bank.Items.Where(item => random.Next(3) == 0).Select(item => new Answer(item.Id, random.Next(1, 6)));
        var occupation = new OccupationProfile(
            "any",
            new[] { "rigueur", "patience", "contact", "effort" }.Select(id => new RequiredQuality(id, random.Next(2, 6), random.Next(1, 6)))
        );

        var score = OccupationScorer.Score(Estimator.Estimate([.. answers]), occupation, random.Next(2) == 0 ? 1 : 1.5);

        Assert.All(
            score.Contributions,
            part =>
            {
                var (low, high) = (LevelScale.Step(part.LikelyLow), LevelScale.Step(part.LikelyHigh));
                Assert.Equal((int)part.Level, LevelScale.Step(part.Threshold));
                Assert.InRange(part.Mean, part.LikelyLow, part.LikelyHigh);
                Assert.True(part.Low <= part.LikelyLow && part.LikelyHigh <= part.High);
                Assert.Equal(
                    part.Answers == 0 ? QualityStatus.NotAsked
                        : low >= part.Level ? QualityStatus.Acquired
                        : high < part.Level ? QualityStatus.ToDevelop
                        : QualityStatus.ToCheck,
                    part.Status
                );
            }
        );
    }
}
