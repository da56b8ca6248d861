using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class OccupationScorerTests
{
    private static readonly ItemBank Bank = SmallBank.OfQualities();
    private static readonly ProfileEstimator Estimator = new(Bank);

    [Property]
    public bool Score_AnyAnswers_ContributionsSumToTheCompatibility(ulong seed)
    {
        var score = OccupationScorer.Score(Estimator.Estimate(AnswersOf(seed)), Occupation(seed));

        return Math.Abs(score.Contributions.Sum(contribution => contribution.Points) - score.Compatibility) < 1e-9
            && score.Contributions.All(contribution => contribution.Points >= 0 && contribution.Points <= contribution.MaximumPoints + 1e-9)
            && score.ShownPoints().Sum() == score.Shown;
    }

    [Property]
    public bool Score_AnyAnswers_LiesInItsInterval(ulong seed)
    {
        var score = OccupationScorer.Score(Estimator.Estimate(AnswersOf(seed)), Occupation(seed));

        return 0 <= score.IntervalLow
            && score.IntervalLow <= score.Compatibility
            && score.Compatibility <= score.IntervalHigh
            && score.IntervalHigh <= 100;
    }

    [Property(MaxTest = 1000)]
    public bool Score_BetterAnswer_NeverLowersTheCompatibility(ulong seed)
    {
        var answers = AnswersOf(seed);
        var at = answers.FindIndex(answer => answer.Value is not null && Bank.Find(answer.ItemId)!.Coded(answer.Value.Value) < 5);
        if (at < 0)
        {
            return true;
        }

        var item = Bank.Find(answers[at].ItemId)!;
        var better = answers.ToList();
        better[at] = new Answer(item.Id, answers[at].Value + (item.Reversed ? -1 : 1));
        var occupation = Occupation(seed);

        return OccupationScorer.Score(Estimator.Estimate(better), occupation).Compatibility
            >= OccupationScorer.Score(Estimator.Estimate(answers), occupation).Compatibility - 1e-12;
    }

    [Property(MaxTest = 100)]
    public bool Score_BetterAnswerWithoutBorrowing_NeverLowersTheCompatibility(ulong seed)
    {
        // Without acquiescence too: by it, agreeing more with one statement also says a little less about the others.
        var estimator = new ProfileEstimator(Bank, SymmetricMatrix.Identity(Bank.Dimensions.Count), acquiescence: 0);
        var answers = AnswersOf(seed);
        var at = answers.FindIndex(answer => answer.Value is not null && Bank.Find(answer.ItemId)!.Coded(answer.Value.Value) < 5);
        if (at < 0)
        {
            return true;
        }

        var better = answers.ToList();
        better[at] = new Answer(answers[at].ItemId, answers[at].Value + (Bank.Find(answers[at].ItemId)!.Reversed ? -1 : 1));
        var occupation = Occupation(seed);

        return OccupationScorer.Score(estimator.Estimate(better), occupation).Compatibility
            >= OccupationScorer.Score(estimator.Estimate(answers), occupation).Compatibility - 1e-12;
    }

    [Fact]
    public void Score_BetterAnswerFarBelowItsNeighbours_CostsATenthOfAPoint()
    {
        // The one exception that borrowing makes (decision 0012): the quality becomes more certain, and so nearer to its own answers.
        string[] order = ["rigueur", "detail", "organisation", "prudence", "responsabilite", "discretion"];
        var occupation = new OccupationProfile("order", order.Select(id => new RequiredQuality(id, 5, 5)));
        var before = Score(1);
        var after = Score(2);

        Assert.InRange(before - after, 0.01, 0.15);

        double Score(int lowest) =>
            OccupationScorer
                .Score(
                    Estimator.Estimate([
                        .. order.SelectMany(
                            (id, k) =>
                                Bank.ItemsOf(Bank.DimensionIndex(id))
                                    .ToArray()
                                    .Take(3)
                                    .Select(
                                        (item, n) =>
                                            new Answer(
                                                Bank.Items[item].Id,
                                                Bank.Items[item]
                                                    .Coded(
                                                        k > 0 ? 5
                                                        : n == 0 ? lowest
                                                        : 4
                                                    )
                                            )
                                    )
                        ),
                    ]),
                    occupation
                )
                .Compatibility;
    }

    [Fact]
    public void Score_MedianPersonMedianOccupation_IsFifty()
    {
        var estimates = QualityIds.All.Select(id => new QualityEstimate(id, 0, 0.5, 3, 0, 0.5)).ToList();
        var profile = new Profile(QualityIds.All, new double[24], SymmetricMatrix.Diagonal(Enumerable.Repeat(0.25, 24).ToArray()), estimates);

        var score = OccupationScorer.Score(
            profile,
            new OccupationProfile("median", QualityIds.All.Take(8).Select(id => new RequiredQuality(id, 4, 3)))
        );

        Assert.Equal(50, score.Compatibility, 10);
    }

    [Fact]
    public void Score_OneQualityByHand_FollowsTheFormula()
    {
        var estimates = new[] { new QualityEstimate("rigueur", 0.3, 0.6, 2, 0.3, 0.6) };
        var profile = new Profile(["rigueur"], [0.3], SymmetricMatrix.Diagonal([0.36]), estimates);

        var score = OccupationScorer.Score(profile, new OccupationProfile("one", [new RequiredQuality("rigueur", 5, 5, surplus: 0.25)]));

        var u = (1.5 - 0.25 - 0.3) / 0.6;
        var shortfall = 0.6 * (u * Gaussian.Below(u) + Gaussian.Density(u));
        var surplus = 0.6 * (-u * Gaussian.Below(-u) + Gaussian.Density(u));
        Assert.Equal(100 * Math.Exp(-(shortfall + 0.25 * surplus) / CompatibilityScale.Scale), score.Compatibility, 10);
        Assert.Equal(Gaussian.Below(-u), score.Contributions[0].ProbabilityMeets, 12);
        Assert.Equal(QualityStatus.ToDevelop, score.Contributions[0].Status);
    }

    [Fact]
    public void Score_EverythingSkipped_IsIndeterminate()
    {
        var answers = Bank.Items.Select(item => new Answer(item.Id, null)).ToList();

        var score = OccupationScorer.Score(
            Estimator.Estimate(answers),
            new OccupationProfile("easy", QualityIds.All.Take(5).Select(id => new RequiredQuality(id, 1, 1)))
        );

        Assert.Equal(Verdict.Indeterminate, score.Verdict);
        Assert.Equal(0, score.AnswerCount);
    }

    [Fact]
    public void Score_CarelessAnswers_WidenTheInterval()
    {
        var profile = Estimator.Estimate(AnswersOf(3));
        var occupation = Occupation(3);

        var plain = OccupationScorer.Score(profile, occupation);
        var careful = OccupationScorer.Score(profile, occupation, widening: 1.5);

        Assert.True(careful.IntervalWidth > plain.IntervalWidth);
        Assert.Equal(plain.Compatibility, careful.Compatibility);
    }

    [Fact]
    public void Score_SimulatedPeople_IntervalCoversTheTruth()
    {
        var random = new SeededRandom(11);
        var occupation = new OccupationProfile("test", QualityIds.All.Take(8).Select((id, k) => new RequiredQuality(id, 3 + k % 3, 5 - k % 4)));
        var factor = Estimator.Correlations.Cells.ToArray();
        Assert.True(Cholesky.TryFactor(factor, 24));
        const int people = 1500;
        var inside = 0;
        for (var person = 0; person < people; person++)
        {
            var theta = Person(random, factor);
            var plan = CareerPortal.Quiz.Selection.InTurnSelection.Plan(
                [.. occupation.Requirements.Select(requirement => requirement.QualityId)],
                Bank,
                (ulong)person
            );
            var score = OccupationScorer.Score(Estimator.Estimate([.. plan.Select(id => Respond(random, id, theta))]), occupation);
            var loss = occupation
                .Requirements.Select(
                    (requirement, k) => occupation.Weights[k] * OccupationScorer.Loss(requirement, theta[Bank.DimensionIndex(requirement.QualityId)])
                )
                .Sum();
            var truth = CompatibilityScale.Compatibility(loss);
            if (score.IntervalLow <= truth && truth <= score.IntervalHigh)
            {
                inside++;
            }
        }

        Assert.InRange((double)inside / people, 0.87, 0.93);
    }

    [Fact]
    public void OccupationProfile_QualityTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new OccupationProfile("twice", [new RequiredQuality("rigueur", 3, 3), new RequiredQuality("rigueur", 4, 3)])
        );

    private static double[] Person(SeededRandom random, double[] factor)
    {
        var normal = Enumerable.Range(0, 24).Select(_ => random.NextNormal()).ToArray();
        return [.. Enumerable.Range(0, 24).Select(i => Enumerable.Range(0, i + 1).Sum(k => factor[i * 24 + k] * normal[k]))];
    }

    private static Answer Respond(SeededRandom random, string itemId, double[] theta)
    {
        var item = Bank.Find(itemId)!;
        var probabilities = new double[5];
        GradedResponseModel.Probabilities(item.Parameters, theta[Bank.DimensionIndex(item.QualityId)], probabilities);
        var (draw, coded) = (random.NextDouble(), 1);
        while (coded < 5 && draw > probabilities[coded - 1])
        {
            draw -= probabilities[coded++ - 1];
        }

        return new Answer(itemId, item.Reversed ? 6 - coded : coded);
    }

    private static List<Answer> AnswersOf(ulong seed) => Estimation.ProfileEstimatorTests.RandomAnswers(seed);

    private static OccupationProfile Occupation(ulong seed)
    {
        var random = new SeededRandom(seed ^ 0xABCDEF);
        return new OccupationProfile(
            "random",
            QualityIds
                .All.Where((_, k) => k == 0 || random.NextBelow(3) == 0)
                .Select(id => new RequiredQuality(id, 1 + random.NextBelow(5), 1 + random.NextBelow(5)))
        );
    }
}
