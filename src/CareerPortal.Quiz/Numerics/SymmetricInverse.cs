namespace CareerPortal.Quiz.Numerics;

/// <summary>The inverse of a small positive definite matrix.</summary>
internal static class SymmetricInverse
{
    /// <summary>The inverse of n × n numbers, row by row; null where the matrix is not positive definite.</summary>
    public static double[]? Find(ReadOnlySpan<double> matrix, int n)
    {
        var factor = matrix.ToArray();
        if (!Cholesky.TryFactor(factor, n))
        {
            return null;
        }

        var inverse = new double[n * n];
        Span<double> column = stackalloc double[n];
        for (var j = 0; j < n; j++)
        {
            column.Clear();
            column[j] = 1;
            Cholesky.SolveLower(factor, n, column);
            Cholesky.SolveUpper(factor, n, column);
            for (var i = 0; i < n; i++)
            {
                inverse[i * n + j] = column[i];
            }
        }

        // Rounding leaves the halves a last bit apart.
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                inverse[i * n + j] = inverse[j * n + i] = (inverse[i * n + j] + inverse[j * n + i]) / 2;
            }
        }

        return inverse;
    }

    /// <summary>The inverse of a matrix that must have one.</summary>
    /// <exception cref="ArgumentException">It is not positive definite.</exception>
    public static double[] Of(SymmetricMatrix matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Find(matrix.Cells, matrix.Size) ?? throw new ArgumentException("The matrix is not positive definite.", name);
    }
}
