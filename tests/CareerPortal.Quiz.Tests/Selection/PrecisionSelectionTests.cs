using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Tests.Selection;

public sealed class PrecisionSelectionTests
{
    private static readonly double[][] Tables =
    [
        QualityPosterior.Table(new ItemParameters(0.8, -1, 0, 1, 2)),
        QualityPosterior.Table(new ItemParameters(2.2, -1.5, -0.5, 0.5, 1.5)),
        QualityPosterior.Table(new ItemParameters(2.2, 2, 2.5, 3, 3.5)),
    ];

    private static readonly PrecisionSelection Selection = new(Tables);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Next_Start_TakesTheSharpItemNearTheAverage(int remaining) =>
        Assert.Equal(1, Selection.Next(new QualityPosterior(), [0, 1, 2], remaining));

    [Fact]
    public void Next_OneLeftToAsk_TakesTheLargestExpectedDrop()
    {
        var posterior = new QualityPosterior();
        posterior.Add(Tables[1], 5);

        var expected = posterior.ExpectedDrop(Tables[0]) > posterior.ExpectedDrop(Tables[2]) ? 0 : 2;

        Assert.Equal(expected, Selection.Next(posterior, [0, 2], 1));
    }

    [Fact]
    public void Next_TwoLeftToAsk_TakesTheBestPair()
    {
        var posterior = new QualityPosterior();
        posterior.Add(Tables[1], 5);

        var worths = new[] { 0, 1, 2 }
            .Select(first =>
                posterior.ExpectedDrop(Tables[first])
                + Enumerable
                    .Range(1, 5)
                    .Sum(answer =>
                    {
                        var probability = Enumerable
                            .Range(0, QuadratureGrid.Size)
                            .Sum(g => posterior.Density[g] * Tables[first][(answer - 1) * QuadratureGrid.Size + g]);
                        var after = new QualityPosterior();
                        after.Add(Tables[1], 5);
                        after.Add(Tables[first], answer);
                        return probability * new[] { 0, 1, 2 }.Where(second => second != first).Max(second => after.ExpectedDrop(Tables[second]));
                    })
            )
            .ToArray();

        Assert.Equal(Array.IndexOf(worths, worths.Max()), Selection.Next(posterior, [0, 1, 2], 2));
    }

    [Fact]
    public void Next_NothingLeft_IsRefused() => Assert.Throws<ArgumentException>(() => Selection.Next(new QualityPosterior(), [], 1));
}
