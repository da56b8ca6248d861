using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>Learns the correlations between qualities from people's estimates, to replace the documented prior.</summary>
public static class LatentCorrelations
{
    /// <summary>Correlations of a bank's dimensions, from people's raw answers by item of the bank (0 for none).</summary>
    /// <returns>n × n in the order of the bank's dimensions, 1 on the diagonal.</returns>
    /// <exception cref="ArgumentException">There are fewer than two people, or not one number an item.</exception>
    public static SymmetricMatrix Learn(ItemBank bank, IEnumerable<int[]> people)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var n = bank.Dimensions.Count;
        var estimator = new ProfileEstimator(bank, SymmetricMatrix.Identity(n));
        var estimates = people.SelectMany(values => estimator.EstimateValues(values).Estimates).ToList();
        return Learn([.. estimates.Select(estimate => estimate.Mean)], [.. estimates.Select(estimate => estimate.StandardError)], n);
    }

    /// <summary>
    /// Correlations of the estimates, divided by the reliabilities (C. Spearman 1904), then shrunk towards no correlation until positive definite.
    /// </summary>
    /// <param name="means">People × n, row by row: EAP means (z).</param>
    /// <param name="errors">People × n, row by row: standard errors (z).</param>
    /// <param name="n">Number of qualities.</param>
    /// <param name="shrink">Least share of the way towards the identity, from 0 to 1.</param>
    /// <returns>n × n, 1 on the diagonal.</returns>
    /// <exception cref="ArgumentException">The shapes do not agree, or there are fewer than two people.</exception>
    public static SymmetricMatrix Learn(ReadOnlySpan<double> means, ReadOnlySpan<double> errors, int n, double shrink = 0.02)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        if (means.Length != errors.Length || means.Length % n != 0 || means.Length < 2 * n)
        {
            throw new ArgumentException("Means and errors must be rows of n for at least two people.", nameof(means));
        }

        var people = means.Length / n;
        var average = new double[n];
        var noise = new double[n];
        for (var person = 0; person < people; person++)
        {
            for (var i = 0; i < n; i++)
            {
                average[i] += means[person * n + i] / people;
                noise[i] += errors[person * n + i] * errors[person * n + i] / people;
            }
        }

        var cells = new double[n * n];
        for (var person = 0; person < people; person++)
        {
            for (var i = 0; i < n; i++)
            {
                var x = means[person * n + i] - average[i];
                for (var j = 0; j <= i; j++)
                {
                    cells[i * n + j] += x * (means[person * n + j] - average[j]) / people;
                }
            }
        }

        // The variance of EAP means is the reliable part of the true variance.
        var raw = SymmetricMatrix.Create(
            n,
            (i, j) =>
            {
                if (i == j)
                {
                    return 1;
                }

                var reliability = Math.Sqrt(Reliability(i) * Reliability(j));
                return Math.Clamp(cells[i * n + j] / Math.Sqrt(cells[i * n + i] * cells[j * n + j]) / reliability, -0.95, 0.95);

                double Reliability(int k) => Math.Max(0.05, cells[k * n + k] / (cells[k * n + k] + noise[k]));
            }
        );
        for (; shrink < 1; shrink += 0.02)
        {
            var kept = 1 - shrink;
            var candidate = SymmetricMatrix.Create(n, (i, j) => i == j ? 1 : kept * raw[i, j]);
            if (Cholesky.TryFactor(candidate.Cells.ToArray(), n))
            {
                return candidate;
            }
        }

        return SymmetricMatrix.Identity(n);
    }
}
