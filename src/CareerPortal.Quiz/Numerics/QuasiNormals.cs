namespace CareerPortal.Quiz.Numerics;

/// <summary>Evenly spread standard normal points: the same on every call, no random state.</summary>
/// <remarks>A Kronecker sequence on the generalised golden ratio (M. Roberts 2018), through the normal quantile.</remarks>
public static class QuasiNormals
{
    /// <summary>Points × dimensions standard normal numbers, row by row.</summary>
    public static double[] Make(int points, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        var ratio = 2.0;
        for (var step = 0; step < 64; step++)
        {
            ratio = Math.Pow(1 + ratio, 1.0 / (dimensions + 1));
        }

        var normals = new double[points * dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var stride = Math.Pow(1 / ratio, i + 1) % 1;
            for (var point = 0; point < points; point++)
            {
                normals[point * dimensions + i] = Gaussian.Quantile(Math.Clamp((0.5 + (point + 1) * stride) % 1, 1e-9, 1 - 1e-9));
            }
        }

        return normals;
    }
}
