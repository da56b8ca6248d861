using System.Runtime.CompilerServices;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Estimation;

/// <summary>How likely each answer to an item is at each point of <see cref="QuadratureGrid"/>, whatever is not known of its parameters averaged out.</summary>
/// <remarks>
/// P̄ₖ(θ) = ∫ Pₖ(θ | a, b) p(a, b) over (ln a, b) normal with the item's own covariance, by 256 quasi-random draws; draws whose thresholds cross are put
/// in order. What the items of a dimension have in common is left to <see cref="ProfileEstimator"/>. Computed once for all items that share parameters
/// and what is not known of them.
/// </remarks>
public static class AnswerTables
{
    private const int Draws = 256;
    private static readonly ConditionalWeakTable<ParameterUncertainty, Known> Tables = [];

    /// <summary>Probabilities of every answer at every point of the grid: answers × 41 numbers, row by row; shared, not to be written to.</summary>
    public static double[] Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Uncertainty is not { } uncertainty)
        {
            return QualityPosterior.Table(item.Parameters);
        }

        if (Tables.TryGetValue(uncertainty, out var known) && known.Parameters.Equals(item.Parameters))
        {
            return known.Table;
        }

        var table = Average(item.Parameters, uncertainty.Covariance);
        Tables.AddOrUpdate(uncertainty, new Known(item.Parameters, table));
        return table;
    }

    private static double[] Average(ItemParameters mean, SymmetricMatrix covariance)
    {
        var n = mean.Answers;
        if (covariance.Size != n)
        {
            throw new ArgumentException($"An item of {n} answers needs a covariance of as many rows, not {covariance.Size}.", nameof(covariance));
        }

        var factor = covariance.Cells.ToArray();
        if (!Cholesky.TryFactor(factor, n))
        {
            throw new ArgumentException("The covariance of an item's parameters is not positive definite.", nameof(covariance));
        }

        var normals = QuasiNormals.Of(Draws, n);
        var table = new double[n * QuadratureGrid.Size];
        var thresholds = new double[n - 1];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var k = 1; k < n; k++)
            {
                thresholds[k - 1] = mean.B[k - 1] + Shift(k);
            }

            Array.Sort(thresholds);
            for (var k = 1; k < thresholds.Length; k++)
            {
                thresholds[k] = Math.Max(thresholds[k], thresholds[k - 1] + 1e-3);
            }

            var one = QualityPosterior.Table(new ItemParameters(mean.A * Math.Exp(Shift(0)), thresholds));
            for (var at = 0; at < table.Length; at++)
            {
                table[at] += one[at] / Draws;
            }

            double Shift(int row)
            {
                var shift = 0.0;
                for (var k = 0; k <= row; k++)
                {
                    shift += factor[row * n + k] * normals[draw * n + k];
                }

                return shift;
            }
        }

        return table;
    }

    private sealed record Known(ItemParameters Parameters, double[] Table);
}
