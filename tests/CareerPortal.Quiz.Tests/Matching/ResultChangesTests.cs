using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class ResultChangesTests
{
    private static readonly ProfileEstimator Estimator = new(SmallBank.OfQualities());
    private static readonly OccupationProfile Occupation = new(
        "test",
        [new RequiredQuality("rigueur", 5, 5), new RequiredQuality("contact", 4, 3), new RequiredQuality("effort", 2, 1)]
    );

    [Property(MaxTest = 200)]
    public void Find_AnyAnswers_GivesTheGreatestGainFirstAndNothingThatIsAcquired(int seed)
    {
        var score = Score(seed, Occupation);

        var changes = ResultChanges.Find(score, Occupation);

        Assert.Equal(changes.OrderByDescending(change => change.Gain), changes);
        Assert.All(changes, change => Assert.True(change.Gain > 0));
        Assert.Equal(
            score.Contributions.Where(part => part.Status is QualityStatus.ToCheck or QualityStatus.ToDevelop).Select(part => part.QualityId).Order(),
            changes.Select(change => change.QualityId).Order()
        );
    }

    [Fact]
    public void Find_TwoQualitiesAlike_NamesTheMoreImportantFirst()
    {
        var occupation = new OccupationProfile("two", [new RequiredQuality("contact", 5, 1), new RequiredQuality("rigueur", 5, 5)]);
        var profile = Estimator.Estimate([new Answer("rigueur-1", 1), new Answer("contact-1", 1)]);

        var changes = ResultChanges.Find(OccupationScorer.Score(profile, occupation), occupation);

        Assert.Equal(["rigueur", "contact"], changes.Select(change => change.QualityId));
    }

    [Fact]
    public void Find_TheGain_IsThatOfAnAnswerSheetThatReachesIt()
    {
        var occupation = new OccupationProfile("one", [new RequiredQuality("rigueur", 4, 5)]);
        var profile = Estimator.Estimate([new Answer("rigueur-1", 3), new Answer("rigueur-2", 3)]);
        var score = OccupationScorer.Score(profile, occupation);
        var part = score.Contributions[0];

        var change = Assert.Single(ResultChanges.Find(score, occupation));

        // Acquired: the level of which more than 80 % lies above the threshold; 0.8416 is the normal quantile of 0.8.
        var reached = part.Threshold + 0.841621 * part.StandardError;
        var then = CompatibilityScale.Compatibility(OccupationScorer.ExpectedLoss(occupation.Requirements[0], reached, part.StandardError));
        Assert.Equal(then - score.Compatibility, change.Gain, 1e-3);
    }

    [Fact]
    public void Find_EverythingAcquired_IsEmpty()
    {
        var profile = Estimator.Estimate([new Answer("rigueur-1", 5), new Answer("rigueur-2", 1), new Answer("rigueur-5", 5)]);
        var easy = new OccupationProfile("easy", [new RequiredQuality("rigueur", 2, 5)]);

        Assert.Empty(ResultChanges.Find(OccupationScorer.Score(profile, easy), easy));
    }

    [Fact]
    public void Find_ScoreOfAnotherOccupation_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            ResultChanges.Find(Score(1, Occupation), new OccupationProfile("other", [new RequiredQuality("patience", 3, 3)]))
        );

    [Fact]
    public void ToZ_AndBack_IsTheSameLevel()
    {
        foreach (var level in new[] { 1, 1.5, 2, 3.25, 4, 4.5, 5 })
        {
            Assert.Equal(level, RequiredQuality.FromZ(RequiredQuality.ToZ(level)), 12);
        }
    }

    private static CompatibilityScore Score(int seed, OccupationProfile occupation)
    {
        var random = new Random(seed);
        var answers = Estimator.Bank.Items.Where(item => random.Next(3) == 0).Select(item => new Answer(item.Id, random.Next(1, 6)));
        return OccupationScorer.Score(Estimator.Estimate([.. answers]), occupation, random.Next(2) == 0 ? 1 : 1.5);
    }
}
