using CareerPortal.Quiz.Numerics;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Numerics;

public sealed class GaussianTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.84134474606854293)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-5, 2.8665157187919391e-7)]
    [InlineData(-8, 6.2209605742717841e-16)]
    public void Below_KnownPoints_MatchTables(double x, double expected) => Assert.Equal(1, Gaussian.Below(x) / expected, 1e-7);

    [Property]
    public bool Quantile_OfBelow_ReturnsThePoint(short sample)
    {
        var x = sample / 8000.0;

        return Math.Abs(Gaussian.Quantile(Gaussian.Below(x)) - x) < 1e-9;
    }

    [Fact]
    public void ExpectedExcess_StandardNormal_IsDensityAtZero() => Assert.Equal(Gaussian.Density(0), Gaussian.ExpectedExcess(0, 1), 15);

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void ExpectedExcess_NoUncertainty_IsThePositivePart(double mean) => Assert.Equal(Math.Max(0, mean), Gaussian.ExpectedExcess(mean, 0));
}
