using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Estimation;

public sealed class GradedResponseModelTests
{
    [Property]
    public bool Probabilities_AnyLevel_SumToOne(short sample)
    {
        Span<double> probabilities = stackalloc double[5];

        GradedResponseModel.Probabilities(StartNorms.Shipped.Of(ItemKind.Trait).Parameters, sample / 8000.0, probabilities);

        var sum = 0.0;
        foreach (var probability in probabilities)
        {
            sum += probability;
        }

        return Math.Abs(sum - 1) < 1e-9;
    }

    [Fact]
    public void Probabilities_HandComputed_Match()
    {
        Span<double> probabilities = stackalloc double[3];

        GradedResponseModel.Probabilities(new ItemParameters(1, -1, 1), 0, probabilities);

        Assert.Equal(1 - 1 / (1 + Math.Exp(-1)), probabilities[0], 12);
        Assert.Equal(1 / (1 + Math.Exp(-1)) - 1 / (1 + Math.Exp(1)), probabilities[1], 12);
        Assert.Equal(1 / (1 + Math.Exp(1)), probabilities[2], 12);
    }

    [Property]
    public bool Information_AnyLevel_EqualsTheSquaredScoreOnAverage(short sample)
    {
        var theta = sample / 10000.0;
        const double step = 1e-5;
        var item = new ItemParameters(1.7, -1.2, -0.3, 0.6, 1.4);
        var at = new double[5];
        var before = new double[5];
        var after = new double[5];
        GradedResponseModel.Probabilities(item, theta, at);
        GradedResponseModel.Probabilities(item, theta - step, before);
        GradedResponseModel.Probabilities(item, theta + step, after);

        var numeric = Enumerable.Range(0, 5).Sum(k => Math.Pow((after[k] - before[k]) / (2 * step), 2) / at[k]);

        return Math.Abs(numeric - GradedResponseModel.Information(item, theta)) < 1e-5;
    }
}
