using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Estimation;

public sealed class ProfileEstimatorTests
{
    private static readonly ItemBank Bank = SmallBank.OfQualities();
    private static readonly ProfileEstimator Estimator = new(Bank);

    [Property]
    public bool Estimate_AnyOrder_GivesTheSameProfile(ulong seed)
    {
        var answers = RandomAnswers(seed);
        var shuffled = answers.ToArray();
        new SeededRandom(seed + 1).Shuffle(shuffled.AsSpan());

        var one = Estimator.Estimate(answers);
        var other = Estimator.Estimate(shuffled);

        return one.Mean.SequenceEqual(other.Mean) && one.Covariance.Cells.SequenceEqual(other.Covariance.Cells);
    }

    [Property]
    public bool Estimate_ReversedItem_IsTheMirroredAnswer(ulong seed)
    {
        var turned = new ItemBank(
            Bank.Items.Select(item => new Item
            {
                Id = item.Id,
                QualityId = item.QualityId,
                Text = item.Text,
                Reversed = !item.Reversed,
                Parameters = item.Parameters,
            }),
            Bank.Dimensions
        );
        var answers = RandomAnswers(seed);

        var one = Estimator.Estimate(answers);
        var other = new ProfileEstimator(turned).Estimate([.. answers.Select(answer => new Answer(answer.ItemId, 6 - answer.Value))]);

        return one.Mean.SequenceEqual(other.Mean);
    }

    [Property]
    public bool Estimate_BetterAnswer_NeverLowersItsOwnQuality(ulong seed)
    {
        var answers = RandomAnswers(seed);
        var at = answers.FindIndex(answer => answer.Value is not null && Bank.Find(answer.ItemId)!.Coded(answer.Value.Value) < 5);
        if (at < 0)
        {
            return true;
        }

        var item = Bank.Find(answers[at].ItemId)!;
        var better = answers.ToList();
        better[at] = new Answer(item.Id, answers[at].Value + (item.Reversed ? -1 : 1));

        var dimension = Bank.DimensionIndex(item.QualityId);
        return Estimator.Estimate(better).Estimates[dimension].Mean > Estimator.Estimate(answers).Estimates[dimension].Mean;
    }

    [Fact]
    public void Estimate_NoAnswer_IsThePriorAndNothingElse()
    {
        var profile = Estimator.Estimate([.. Bank.Items.Select(item => new Answer(item.Id, null))]);

        Assert.All(profile.Mean.ToArray(), mean => Assert.Equal(0, mean));
        Assert.All(profile.Estimates, estimate => Assert.Equal(1, estimate.BorrowedStandardError));
        Assert.Equal(0, profile.AnswerCount);
    }

    [Fact]
    public void Estimate_Skip_IsNotANeutralAnswer()
    {
        var skipped = Estimator.Estimate([new Answer("rigueur-1", 5), new Answer("rigueur-2", null)]).Estimates[0];
        var neutral = Estimator.Estimate([new Answer("rigueur-1", 5), new Answer("rigueur-2", 3)]).Estimates[0];

        Assert.True(neutral.Mean < skipped.Mean);
        Assert.True(neutral.StandardError < skipped.StandardError);
        Assert.Equal(1, skipped.Answers);
    }

    [Fact]
    public void Estimate_OneQualityAnswered_KeepsItsOwnEstimate()
    {
        var profile = new ProfileEstimator(Bank, acquiescence: 0).Estimate([new Answer("rigueur-1", 5), new Answer("rigueur-4", 2)]);

        Assert.Equal(profile.Estimates[0].Mean, profile.Estimates[0].BorrowedMean, 10);
        Assert.Equal(profile.Estimates[0].StandardError, profile.Estimates[0].BorrowedStandardError, 10);
    }

    [Fact]
    public void Estimate_OneQualityAnswered_InformsItsNeighbours()
    {
        var profile = Estimator.Estimate([new Answer("rigueur-1", 5), new Answer("rigueur-5", 5)]);

        var neighbour = profile.Estimates[profile.IndexOf("detail")];
        var stranger = profile.Estimates[profile.IndexOf("contact")];
        Assert.True(neighbour.BorrowedMean > stranger.BorrowedMean);
        Assert.True(neighbour.BorrowedStandardError < 1);
        Assert.Equal(0, neighbour.Mean);
    }

    [Fact]
    public void Estimate_TwoQualitiesByHand_SolvesTheNormalEquations()
    {
        var bank = SmallBank.Of(["x", "y"]);
        var sigma = SymmetricMatrix.Create(2, (i, j) => i == j ? 1 : 0.5);

        var profile = new ProfileEstimator(bank, sigma, acquiescence: 0).Estimate([new Answer("x-1", 5), new Answer("y-1", 2)]);

        // (Σ⁻¹ + D)⁻¹ of a 2 × 2 matrix, by the formula for the inverse.
        var (x, y) = (profile.Estimates[0], profile.Estimates[1]);
        var px = 1 / (x.StandardError * x.StandardError) - 1;
        var py = 1 / (y.StandardError * y.StandardError) - 1;
        var (a, b, c) = (4.0 / 3 + px, 4.0 / 3 + py, -2.0 / 3);
        var determinant = a * b - c * c;
        Assert.Equal(b / determinant, profile.Covariance[0, 0], 10);
        Assert.Equal(-c / determinant, profile.Covariance[0, 1], 10);
        var hx = px * x.Mean / (1 - x.StandardError * x.StandardError);
        var hy = py * y.Mean / (1 - y.StandardError * y.StandardError);
        Assert.Equal((b * hx - c * hy) / determinant, profile.Mean[0], 10);
    }

    [Fact]
    public void Estimate_ParametersNotKnown_IsLessCertainHoweverManyAnswers()
    {
        var known = SmallBank.Of(["x"], 6);
        var unknown = Unknown(known, shared: 0.5);
        List<Answer> answers = [.. known.Items.Select(item => new Answer(item.Id, item.Reversed ? 2 : 4))];

        var exact = new ProfileEstimator(known, acquiescence: 0).Estimate(answers).Estimates[0];
        var shifted = new ProfileEstimator(unknown, acquiescence: 0).Estimate(answers).Estimates[0];

        // No number of answers brings the error below that of a shift: t/√(1 + t²).
        Assert.True(exact.BorrowedStandardError < 0.5 / Math.Sqrt(1.25));
        Assert.True(shifted.BorrowedStandardError > 0.5 / Math.Sqrt(1.25));
        Assert.InRange(shifted.BorrowedMean, 0.01, exact.BorrowedMean - 0.05);
        Assert.Equal(shifted.Mean, shifted.BorrowedMean, 10);
        Assert.Equal(shifted.StandardError, shifted.BorrowedStandardError, 10);
    }

    [Fact]
    public void Estimate_ShiftAndAcquiescence_SolveTheNormalEquations()
    {
        var bank = Unknown(SmallBank.Of(["x", "y"]), shared: 0.4);
        var sigma = SymmetricMatrix.Create(2, (i, j) => i == j ? 1 : 0.5);
        var estimator = new ProfileEstimator(bank, sigma, acquiescence: 0.3);
        List<Answer> answers = [new("x-1", 5), new("y-1", 4), new("y-2", 4)];

        var profile = estimator.Estimate(answers);

        // R = diag(1/p + t²) + uuᵀ; one forward item in x, one of each keying in y, where u is what is left of it.
        double[] variance = new double[2],
            observed = new double[2];
        for (var q = 0; q < 2; q++)
        {
            var estimate = profile.Estimates[q];
            var eta = estimate.Mean * 1.16;
            var spread = (estimate.StandardError * estimate.StandardError - 0.16 / 1.16) * 1.16 * 1.16;
            var precision = 1 / spread - 1 / 1.16;
            variance[q] = 1 / precision + 0.16;
            observed[q] = eta / spread / precision;
        }

        var (x, y) = (Weight(bank.Items[0]), (Forward: Weight(bank.Items[5]), Reversed: Weight(bank.Items[6])));
        double[] style =
        [
            0.3 / x.Slope,
            0.3 * (y.Forward.Worth / y.Forward.Slope - y.Reversed.Worth / y.Reversed.Slope) / (y.Forward.Worth + y.Reversed.Worth),
        ];
        var (a, b, c) = (1 + variance[0] + style[0] * style[0], 1 + variance[1] + style[1] * style[1], 0.5 + style[0] * style[1]);
        var determinant = a * b - c * c;
        double[] solved = [(b * observed[0] - c * observed[1]) / determinant, (a * observed[1] - c * observed[0]) / determinant];
        Assert.Equal(solved[0] + 0.5 * solved[1], profile.Mean[0], 9);
        Assert.Equal(0.5 * solved[0] + solved[1], profile.Mean[1], 9);
        Assert.Equal(1 - (b - 0.5 * c * 2 + 0.25 * a) / determinant, profile.Covariance[0, 0], 9);

        (double Worth, double Slope) Weight(Item item)
        {
            var table = AnswerTables.Of(item);
            var slope = 0.0;
            for (var g = 0; g < QuadratureGrid.Size; g++)
            {
                for (var k = 0; k < 5; k++)
                {
                    slope += QuadratureGrid.Weights[g] * QuadratureGrid.Points[g] * k * table[k * QuadratureGrid.Size + g];
                }
            }

            return (QualityPosterior.ExpectedDrop(QuadratureGrid.Weights, 0, table), slope);
        }
    }

    [Fact]
    public void Estimate_YesToEverything_SaysLessThanWithoutAcquiescence()
    {
        var bank = SmallBank.Of(["x", "y", "z"], 2);
        List<Answer> yes = [new("x-1", 5), new("y-1", 5), new("z-2", 5)];

        var naive = new ProfileEstimator(bank, SymmetricMatrix.Identity(3), acquiescence: 0).Estimate(yes);
        var fair = new ProfileEstimator(bank, SymmetricMatrix.Identity(3), acquiescence: 0.5).Estimate(yes);

        // x and y are keyed forward, z is reversed: agreeing with all of them is partly a way of answering.
        Assert.True(fair.Mean[0] < naive.Mean[0] - 0.05);
        Assert.True(fair.Mean[2] > naive.Mean[2] + 0.05);
        Assert.All(fair.Estimates.Zip(naive.Estimates), pair => Assert.True(pair.First.BorrowedStandardError > pair.Second.BorrowedStandardError));
    }

    [Fact]
    public void AnswerTables_UncertainItem_AreProbabilitiesFlatterThanTheMean()
    {
        var item = Unknown(SmallBank.Of(["x"], 1), shared: 0).Items[0];

        var table = AnswerTables.Of(item);
        var exact = AnswerTables.Of(item with { Uncertainty = null });

        for (var g = 0; g < QuadratureGrid.Size; g++)
        {
            Assert.Equal(1, Enumerable.Range(0, 5).Sum(k => table[k * QuadratureGrid.Size + g]), 9);
        }

        Assert.True(
            QualityPosterior.ExpectedDrop(QuadratureGrid.Weights, 0, table) < QualityPosterior.ExpectedDrop(QuadratureGrid.Weights, 0, exact)
        );
        Assert.Same(table, AnswerTables.Of(item));
    }

    [Fact]
    public void Estimate_UnknownItem_IsRefused() => Assert.Throws<ArgumentException>(() => Estimator.Estimate([new Answer("nobody", 3)]));

    [Fact]
    public void Estimate_ItemTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Estimator.Estimate([new Answer("rigueur-1", 3), new Answer("rigueur-1", 4)]));

    [Fact]
    public void Estimate_AnswerTooHigh_IsRefused() => Assert.Throws<ArgumentException>(() => Estimator.Estimate([new Answer("rigueur-1", 6)]));

    [Fact]
    public void Prior_QualitiesAndInterests_IsPositiveDefinite()
    {
        var prior = QualityCorrelations.Prior([.. QualityIds.All, .. InterestIds.All]);

        Assert.True(Cholesky.TryFactor(prior.Cells.ToArray(), prior.Size));
        Assert.True(prior[0, 1] > 0.5);
    }

    /// <summary>The same bank with thresholds known to 0.4 each, and a shift that they share.</summary>
    private static ItemBank Unknown(ItemBank bank, double shared)
    {
        var uncertainty = new ParameterUncertainty(SymmetricMatrix.Create(5, (i, j) => i == j ? 0.16 : 0), shared);
        return new ItemBank(bank.Items.Select(item => item with { Uncertainty = uncertainty }), bank.Dimensions);
    }

    internal static List<Answer> RandomAnswers(ulong seed)
    {
        var random = new SeededRandom(seed);
        return
        [
            .. Bank
                .Items.Where(_ => random.NextBelow(4) == 0)
                .Select(item => new Answer(item.Id, random.NextBelow(6) is > 0 and var value ? value : null)),
        ];
    }
}
