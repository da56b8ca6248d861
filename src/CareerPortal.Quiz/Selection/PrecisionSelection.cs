using CareerPortal.Quiz.Estimation;

namespace CareerPortal.Quiz.Selection;

/// <summary>Chooses among the items of one quality for the most precise level, whatever it is to be compared with.</summary>
/// <remarks>
/// Smallest expected posterior variance (W. van der Linden 1998), two questions ahead: the worth of an item is the variance that its answer is
/// expected to take,
/// plus what the best item after that answer is expected to take. One question ahead when only one more will be asked.
/// </remarks>
public sealed class PrecisionSelection
{
    private readonly double[][] _tables;

    /// <summary>Takes the answer tables of <see cref="QualityPosterior.Table"/>, one per item.</summary>
    public PrecisionSelection(IEnumerable<double[]> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = [.. tables];
    }

    /// <summary>The next item; equal items in the order given.</summary>
    /// <param name="posterior">What is known of the quality.</param>
    /// <param name="left">Places of the items that may be asked, at least one.</param>
    /// <param name="remaining">How many more questions there will be, this one included.</param>
    /// <exception cref="ArgumentException">No item is left.</exception>
    public int Next(QualityPosterior posterior, ReadOnlySpan<int> left, int remaining)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        if (left.IsEmpty)
        {
            throw new ArgumentException("There is no item to choose from.", nameof(left));
        }

        var best = left[0];
        var most = double.NegativeInfinity;
        Span<double> after = stackalloc double[QuadratureGrid.Size];
        foreach (var item in left)
        {
            var worth = QualityPosterior.ExpectedDrop(posterior.Density, posterior.Mean, _tables[item]);
            for (var start = 0; remaining > 1 && left.Length > 1 && start < _tables[item].Length; start += QuadratureGrid.Size)
            {
                double probability = 0,
                    mean = 0;
                for (var g = 0; g < after.Length; g++)
                {
                    after[g] = posterior.Density[g] * _tables[item][start + g];
                    probability += after[g];
                    mean += after[g] * QuadratureGrid.Points[g];
                }

                if (probability < 1e-12)
                {
                    continue;
                }

                for (var g = 0; g < after.Length; g++)
                {
                    after[g] /= probability;
                }

                var second = 0.0;
                foreach (var other in left)
                {
                    if (other != item)
                    {
                        second = Math.Max(second, QualityPosterior.ExpectedDrop(after, mean / probability, _tables[other]));
                    }
                }

                worth += probability * second;
            }

            if (worth > most)
            {
                (best, most) = (item, worth);
            }
        }

        return best;
    }
}
