using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Estimation;

/// <summary>What is known of one quality while its items are answered one by one; the grid form of the estimate, without borrowing.</summary>
public sealed class QualityPosterior
{
    private readonly double[] _density = QuadratureGrid.Weights.ToArray();

    /// <summary>Expected a posteriori mean (z).</summary>
    public double Mean { get; private set; }

    /// <summary>Posterior variance (z²).</summary>
    public double Variance { get; private set; } = 1;

    /// <summary>Posterior standard deviation (z).</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>Posterior probability of each point of <see cref="QuadratureGrid"/>.</summary>
    public ReadOnlySpan<double> Density => _density;

    /// <summary>Takes in one answer.</summary>
    /// <param name="probabilities">The item's table from <see cref="Table"/>.</param>
    /// <param name="coded">The coded answer, from 1.</param>
    public void Add(ReadOnlySpan<double> probabilities, int coded)
    {
        var row = probabilities.Slice((coded - 1) * QuadratureGrid.Size, QuadratureGrid.Size);
        double total = 0,
            first = 0,
            second = 0;
        for (var g = 0; g < _density.Length; g++)
        {
            _density[g] *= row[g];
            total += _density[g];
        }

        for (var g = 0; g < _density.Length; g++)
        {
            _density[g] /= total;
            first += _density[g] * QuadratureGrid.Points[g];
            second += _density[g] * QuadratureGrid.Points[g] * QuadratureGrid.Points[g];
        }

        Mean = first;
        Variance = Math.Max(1e-9, second - first * first);
    }

    /// <summary>How much of the variance an answer to this item is expected to take away: Var(E[θ | answer]), z².</summary>
    public double ExpectedDrop(ReadOnlySpan<double> probabilities) => ExpectedDrop(_density, Mean, probabilities);

    /// <summary>The same for any weights on the grid that sum to 1.</summary>
    public static double ExpectedDrop(ReadOnlySpan<double> density, double mean, ReadOnlySpan<double> probabilities)
    {
        var drop = 0.0;
        for (var start = 0; start < probabilities.Length; start += QuadratureGrid.Size)
        {
            double total = 0,
                first = 0;
            for (var g = 0; g < QuadratureGrid.Size; g++)
            {
                var weight = density[g] * probabilities[start + g];
                total += weight;
                first += weight * QuadratureGrid.Points[g];
            }

            if (total > 1e-300)
            {
                drop += first * first / total;
            }
        }

        return Math.Max(0, drop - mean * mean);
    }

    /// <summary>Probabilities of every answer at every point of the grid: answers × 41 numbers, row by row.</summary>
    public static double[] Table(ItemParameters item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var table = new double[item.Answers * QuadratureGrid.Size];
        Span<double> probabilities = stackalloc double[item.Answers];
        for (var g = 0; g < QuadratureGrid.Size; g++)
        {
            GradedResponseModel.Probabilities(item, QuadratureGrid.Points[g], probabilities);
            for (var k = 0; k < probabilities.Length; k++)
            {
                table[k * QuadratureGrid.Size + g] = probabilities[k];
            }
        }

        return table;
    }
}
