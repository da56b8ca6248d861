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
        var profile = Estimator.Estimate([new Answer("rigueur-1", 5), new Answer("rigueur-4", 2)]);

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

        var profile = new ProfileEstimator(bank, sigma).Estimate([new Answer("x-1", 5), new Answer("y-1", 2)]);

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
