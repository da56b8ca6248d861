using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Tests.Numerics;

public sealed class HighestTests
{
    [Theory]
    [InlineData(new[] { 1.0, 3, 2 }, 2, new[] { 1, 2 })]
    [InlineData(new[] { 2.0, 5, 2, 5 }, 3, new[] { 1, 3, 0 })]
    [InlineData(new[] { double.NaN, 1, double.NaN, 2 }, 3, new[] { 3, 1 })]
    [InlineData(new[] { double.NegativeInfinity, -1.0 }, 4, new[] { 1, 0 })]
    [InlineData(new[] { 1.0, 2 }, 0, new int[0])]
    public void Places_OfNumbers_AreHighestFirst(double[] values, int wanted, int[] expected)
    {
        var places = new int[wanted];

        var count = Highest.Places(values, places);

        Assert.Equal(expected, places[..count]);
    }
}
