using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CareerPortal.Quiz.Numerics;

/// <summary>Evenly spread standard normal points: the same on every call, no random state.</summary>
/// <remarks>A Kronecker sequence on the generalised golden ratio (M. Roberts 2018), through the normal quantile.</remarks>
public static class QuasiNormals
{
    /// <summary>More dimensions than this are made anew each time: no profile has them.</summary>
    private const int MostKept = 32;

    private static readonly ConcurrentDictionary<(int Points, int Dimensions), ImmutableArray<double>> Known = new();

    /// <summary>Points × dimensions standard normal numbers, row by row; made once, for they are always the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static ImmutableArray<double> Of(int points, int dimensions) =>
        dimensions <= MostKept ? Known.GetOrAdd((points, dimensions), key => Make(key.Points, key.Dimensions)) : Make(points, dimensions);

    private static ImmutableArray<double> Make(int points, int dimensions)
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

        return ImmutableCollectionsMarshal.AsImmutableArray(normals);
    }
}
