using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Quiz.Tests.Evaluation;

public sealed class FitLimitTests
{
    private static readonly ProfileEstimator Estimator = new(SmallBank.OfQualities());

    [Fact]
    public void Of_MoreItemsAQuality_IsLower()
    {
        var bank = Estimator.Bank;
        string[] qualities = ["rigueur", "contact", "effort", "stress"];

        var two = FitLimit.Of(
            Estimator,
            [
                [.. qualities.SelectMany(id => new[] { $"{id}-1", $"{id}-2" })],
            ],
            people: 1000
        );
        var four = FitLimit.Of(
            Estimator,
            [
                [.. bank.Items.Where(item => qualities.Contains(item.QualityId)).Select(item => item.Id)],
            ],
            people: 1000
        );

        Assert.True(four < two);
        Assert.Equal(
            double.NegativeInfinity,
            FitLimit.Of(
                Estimator,
                [
                    ["rigueur-1", "effort-1"],
                ],
                people: 40
            )
        );
    }
}
