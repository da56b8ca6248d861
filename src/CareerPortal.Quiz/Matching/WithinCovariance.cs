using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Learns W, how far two profiles of one occupation lie apart, from occupations measured twice.</summary>
public static class WithinCovariance
{
    /// <summary>How far the cells off the diagonal are drawn to 0 when nothing else is said.</summary>
    public const double DefaultShrink = 0.3;

    /// <summary>
    /// The mean of ddᵀ over the pairs, d being second minus first, with the cells off the diagonal multiplied by 1 − <paramref name="shrink"/>
    /// (O. Ledoit and M. Wolf 2004, towards the diagonal). The mean of d is not taken out: a drift between the two measures is also something to
    /// allow for.
    /// </summary>
    /// <param name="first">Pairs × n, row by row.</param>
    /// <param name="second">Pairs × n, row by row, in the same order and units; W is in those units squared.</param>
    /// <param name="n">Number of dimensions.</param>
    /// <param name="shrink">From 0 (as measured) to 1 (diagonal).</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or there is no pair.</exception>
    public static SymmetricMatrix Learn(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int n, double shrink = DefaultShrink)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        if (!(shrink >= 0 && shrink <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(shrink), shrink, "A shrinkage goes from 0 to 1.");
        }

        if (first.Length != second.Length || first.Length == 0 || first.Length % n != 0)
        {
            throw new ArgumentException("Both measures must be rows of n, as many of each.", nameof(second));
        }

        var pairs = first.Length / n;
        var cells = new double[n * n];
        for (var pair = 0; pair < pairs; pair++)
        {
            for (var i = 0; i < n; i++)
            {
                var d = second[pair * n + i] - first[pair * n + i];
                for (var j = 0; j <= i; j++)
                {
                    cells[i * n + j] += d * (second[pair * n + j] - first[pair * n + j]) / pairs;
                }
            }
        }

        return SymmetricMatrix.Create(n, (i, j) => i == j ? Math.Max(1e-9, cells[i * n + i]) : (1 - shrink) * cells[i * n + j]);
    }
}
