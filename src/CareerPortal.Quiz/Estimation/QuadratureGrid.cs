namespace CareerPortal.Quiz.Estimation;

/// <summary>The 41 points from −4 to 4 at which a quality is integrated, with standard normal weights that sum to 1.</summary>
public static class QuadratureGrid
{
    /// <summary>The number of points.</summary>
    public const int Size = 41;

    private static readonly double[] PointValues = [.. Enumerable.Range(0, Size).Select(k => (k - 20) * 0.2)];
    private static readonly double[] WeightValues = Normalised();

    /// <summary>Points on the z scale, increasing.</summary>
    public static ReadOnlySpan<double> Points => PointValues;

    /// <summary>Prior probability of each point.</summary>
    public static ReadOnlySpan<double> Weights => WeightValues;

    /// <summary>Fills the weights of a normal distribution on the grid, summing to 1, and returns the mean that they have there.</summary>
    public static double Normal(double mean, double variance, Span<double> density)
    {
        double total = 0,
            first = 0;
        for (var g = 0; g < density.Length; g++)
        {
            var gap = PointValues[g] - mean;
            density[g] = Math.Exp(-0.5 * gap * gap / variance);
            total += density[g];
            first += density[g] * PointValues[g];
        }

        for (var g = 0; g < density.Length; g++)
        {
            density[g] /= total;
        }

        return first / total;
    }

    /// <summary>The weights of N(0, variance) on the grid, summing to 1.</summary>
    public static double[] Normal(double variance)
    {
        var weights = new double[Size];
        Normal(0, variance, weights);
        return weights;
    }

    private static double[] Normalised()
    {
        var weights = PointValues.Select(Numerics.Gaussian.Density).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
