namespace CareerPortal.Quiz.Numerics;

/// <summary>The Cholesky factor of a positive definite matrix, in place on row-major spans of n × n numbers.</summary>
public static class Cholesky
{
    /// <summary>Overwrites the lower triangle of <paramref name="matrix"/> with L such that LLᵀ is the matrix.</summary>
    /// <returns>False when the matrix is not positive definite; its content is then undefined.</returns>
    public static bool TryFactor(Span<double> matrix, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var rowI = matrix.Slice(i * n, n);
            for (var j = 0; j <= i; j++)
            {
                var rowJ = matrix.Slice(j * n, n);
                var sum = rowI[j];
                for (var k = 0; k < j; k++)
                {
                    sum -= rowI[k] * rowJ[k];
                }

                if (i == j)
                {
                    if (!(sum > 1e-13))
                    {
                        return false;
                    }

                    rowI[j] = Math.Sqrt(sum);
                }
                else
                {
                    rowI[j] = sum / rowJ[j];
                }
            }
        }

        return true;
    }

    /// <summary>Solves L y = x in place: <paramref name="x"/> becomes y.</summary>
    public static void SolveLower(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        for (var i = 0; i < n; i++)
        {
            var row = factor.Slice(i * n, n);
            var sum = x[i];
            for (var k = 0; k < i; k++)
            {
                sum -= row[k] * x[k];
            }

            x[i] = sum / row[i];
        }
    }

    /// <summary>Solves Lᵀ y = x in place: <paramref name="x"/> becomes y.</summary>
    public static void SolveUpper(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < n; k++)
            {
                sum -= factor[k * n + i] * x[k];
            }

            x[i] = sum / factor[i * n + i];
        }
    }

    /// <summary>The natural logarithm of the determinant of LLᵀ.</summary>
    public static double LogDeterminant(ReadOnlySpan<double> factor, int n)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            sum += Math.Log(factor[i * n + i]);
        }

        return 2 * sum;
    }
}
