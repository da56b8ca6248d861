using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class ResultChangesTests
{
    private static readonly ProfileEstimator Estimator = new(SmallBank.OfQualities());
    private static readonly OccupationProfile Occupation = new(
        "test",
        [new RequiredQuality("rigueur", 5, 5), new RequiredQuality("contact", 4, 3), new RequiredQuality("effort", 2, 1)]
    );

    [Fact]
    public void Find_MiddlingResult_GivesTheSmallestRiseFirstAndReachesTheBand()
    {
        var profile = Estimator.Estimate([new Answer("rigueur-1", 3), new Answer("contact-1", 3), new Answer("effort-1", 4)]);
        var before = CompatibilityScale.Band(OccupationScorer.Score(profile, Occupation).Compatibility);

        var changes = ResultChanges.Find(profile, Occupation);

        Assert.NotEmpty(changes);
        Assert.Equal(changes.OrderBy(change => change.Rise), changes);
        Assert.All(changes, change => Assert.True(change.Band > before && change.To >= change.From));
    }

    [Fact]
    public void Find_HighestBand_IsEmpty()
    {
        var profile = Estimator.Estimate([
            .. new[] { "rigueur", "contact", "effort" }.SelectMany(id =>
                new[] { new Answer($"{id}-1", 5), new Answer($"{id}-2", 1), new Answer($"{id}-5", 5) }
            ),
        ]);

        Assert.Empty(ResultChanges.Find(profile, new OccupationProfile("easy", [new RequiredQuality("rigueur", 2, 5)])));
    }

    [Fact]
    public void ToZ_AndBack_IsTheSameLevel()
    {
        foreach (var level in new[] { 1, 1.5, 2, 3.25, 4, 4.5, 5 })
        {
            Assert.Equal(level, RequiredQuality.FromZ(RequiredQuality.ToZ(level)), 12);
        }
    }
}
