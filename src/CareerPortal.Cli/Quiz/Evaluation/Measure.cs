using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Measures of agreement.</summary>
internal static class Measure
{
    /// <summary>Pearson's correlation.</summary>
    public static double Correlation(IEnumerable<double> x, IEnumerable<double> y) => ProfileBaselines.Pearson(x.ToArray(), y.ToArray());

    /// <summary>The share of people who are in the same quarter by both, in per cent.</summary>
    public static double SameQuarter(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (one, other) = (Quarters(x), Quarters(y));
        return 100.0 * one.Zip(other).Count(pair => pair.First == pair.Second) / one.Length;
    }

    private static int[] Quarters(IReadOnlyList<double> values)
    {
        var quarters = new int[values.Count];
        var order = Enumerable.Range(0, values.Count).OrderBy(at => values[at]).ThenBy(at => at).ToArray();
        for (var rank = 0; rank < order.Length; rank++)
        {
            quarters[order[rank]] = 4 * rank / order.Length;
        }

        return quarters;
    }
}
