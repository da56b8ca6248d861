using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Where people (or repeated surveys) of an occupation lie: of one whose profile is y, at N(By + c, W).</summary>
/// <remarks>
/// B says how one measure turns into the other: a quality that everybody overstates, one that comes back weaker, one that shows in another's place.
/// It is a ridge regression pulled to the identity rather than to 0 (A. Hoerl and R. Kennard 1970, with a prior mean): with few pairs the two
/// measures are taken to be the same.
/// </remarks>
public sealed class WithinMap
{
    /// <summary>Below so many pairs nothing but W is learned: B is the identity and c is 0.</summary>
    public const int LeastPairs = 50;

    /// <summary>How strongly B is pulled to the identity when nothing else is said, in variances of a standardised dimension.</summary>
    public const double DefaultRidge = 0.1;

    private readonly double[] _slope;
    private readonly double[] _shift;

    /// <summary>Takes B (n × n, row by row: a row for each dimension of the person), c (n) and W (n × n), all in one unit a dimension.</summary>
    /// <param name="slope">B.</param>
    /// <param name="shift">c.</param>
    /// <param name="within">W.</param>
    /// <param name="hubs">What is taken off occupations that sit near everyone; null for nothing.</param>
    /// <exception cref="ArgumentException">The shapes do not agree.</exception>
    public WithinMap(ReadOnlySpan<double> slope, ReadOnlySpan<double> shift, SymmetricMatrix within, HubCorrection? hubs = null)
    {
        ArgumentNullException.ThrowIfNull(within);
        if (shift.Length != within.Size || slope.Length != within.Size * within.Size)
        {
            throw new ArgumentException($"W has {within.Size} dimensions, c {shift.Length}, B {slope.Length} cells.", nameof(slope));
        }

        _slope = slope.ToArray();
        _shift = shift.ToArray();
        Within = within;
        Hubs = hubs ?? HubCorrection.None;
        IsIdentity = !_shift.AsSpan().ContainsAnyExcept(0.0) && SymmetricMatrix.Identity(within.Size).Cells.SequenceEqual(_slope);
    }

    /// <summary>B, row by row.</summary>
    public ReadOnlySpan<double> Slope => _slope;

    /// <summary>c.</summary>
    public ReadOnlySpan<double> Shift => _shift;

    /// <summary>W.</summary>
    public SymmetricMatrix Within { get; }

    /// <summary>What is taken off occupations that sit near everyone.</summary>
    public HubCorrection Hubs { get; }

    /// <summary>Whether people lie around the occupation's own profile.</summary>
    public bool IsIdentity { get; }

    /// <summary>People around the occupation's own profile, W apart.</summary>
    public static WithinMap Identity(SymmetricMatrix within)
    {
        ArgumentNullException.ThrowIfNull(within);
        return new WithinMap(SymmetricMatrix.Identity(within.Size).Cells, new double[within.Size], within);
    }

    /// <summary>Learns B, c and W from occupations measured twice; the measures may be in different units.</summary>
    /// <param name="first">Pairs × n, row by row: the profiles of the gallery.</param>
    /// <param name="second">Pairs × n, row by row, in the same order: the profiles of the people.</param>
    /// <param name="n">Number of dimensions.</param>
    /// <param name="ridge">How strongly B is pulled to the identity between standard scores, from 0 (not at all).</param>
    /// <param name="shrink">How far the cells of W off the diagonal are drawn to 0, from 0 to 1.</param>
    /// <returns>B and c in the units of the second measure by those of the first, W in those of the second squared.</returns>
    /// <exception cref="ArgumentException">The shapes do not agree, or there is no pair.</exception>
    public static WithinMap Learn(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        int n,
        double ridge = DefaultRidge,
        double shrink = WithinCovariance.DefaultShrink
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ridge);
        if (first.Length / Math.Max(1, n) < LeastPairs)
        {
            return Identity(WithinCovariance.Learn(first, second, n, shrink));
        }

        if (first.Length != second.Length || first.Length % n != 0)
        {
            throw new ArgumentException("Both measures must be rows of n, as many of each.", nameof(second));
        }

        var pairs = first.Length / n;
        var y = Standard(first, n, out var firstMeans, out var firstDeviations);
        var x = Standard(second, n, out var means, out var deviations);
        var slope = Regress(x, y, n, ridge);

        // Back to the units of the measures: B turns y into x around the two means.
        var shift = new double[n];
        for (var i = 0; i < n; i++)
        {
            shift[i] = means[i];
            for (var j = 0; j < n; j++)
            {
                slope[i * n + j] *= deviations[i] / firstDeviations[j];
                shift[i] -= slope[i * n + j] * firstMeans[j];
            }
        }

        var expected = new double[first.Length];
        for (var pair = 0; pair < pairs; pair++)
        {
            Apply(slope, shift, first.Slice(pair * n, n), expected.AsSpan(pair * n, n));
        }

        return new WithinMap(slope, shift, WithinCovariance.Learn(expected, second, n, shrink));
    }

    /// <summary>The same with another correction of hubs.</summary>
    public WithinMap With(HubCorrection hubs) => new(_slope, _shift, Within, hubs);

    /// <summary>Brings the map onto another scale, where every dimension is (value − mean) / deviation.</summary>
    /// <param name="means">n means.</param>
    /// <param name="deviations">n deviations above 0.</param>
    public WithinMap Standardised(ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
    {
        var n = Within.Size;
        var scale = deviations.ToArray();
        var slope = new double[n * n];
        var shift = new double[n];
        for (var i = 0; i < n; i++)
        {
            var at = _shift[i] - means[i];
            for (var j = 0; j < n; j++)
            {
                // A map that is the identity stays it, to the last bit.
                slope[i * n + j] = i == j ? _slope[i * n + j] : _slope[i * n + j] * scale[j] / scale[i];
                at += _slope[i * n + j] * means[j];
            }

            shift[i] = IsIdentity ? 0 : at / scale[i];
        }

        return new WithinMap(slope, shift, SymmetricMatrix.Create(n, (i, j) => Within[i, j] / (scale[i] * scale[j])), Hubs);
    }

    /// <summary>Where people of an occupation are expected: By + c.</summary>
    /// <param name="profile">y: n numbers.</param>
    /// <param name="expected">Receives n numbers.</param>
    public void Expect(ReadOnlySpan<double> profile, Span<double> expected) => Apply(_slope, _shift, profile, expected);

    private static void Apply(double[] slope, double[] shift, ReadOnlySpan<double> profile, Span<double> expected)
    {
        for (var i = 0; i < shift.Length; i++)
        {
            expected[i] = shift[i];
            for (var j = 0; j < shift.Length; j++)
            {
                expected[i] += slope[i * shift.Length + j] * profile[j];
            }
        }
    }

    /// <summary>B of x = By between standard scores: I + (mean of (x − y)yᵀ)(mean of yyᵀ + ridge·I)⁻¹.</summary>
    private static double[] Regress(double[] x, double[] y, int n, double ridge)
    {
        var pairs = x.Length / n;
        var spread = new double[n * n];
        var slope = new double[n * n];
        for (var pair = 0; pair < pairs; pair++)
        {
            var own = y.AsSpan(pair * n, n);
            var other = x.AsSpan(pair * n, n);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    spread[i * n + j] += own[i] * own[j] / pairs;
                    slope[i * n + j] += (other[i] - own[i]) * own[j] / pairs;
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            // What keeps two dimensions that always go together, or one that never varies, from stopping the solve.
            spread[i * n + i] += ridge + 1e-9;
        }

        if (!Cholesky.TryFactor(spread, n))
        {
            throw new ArgumentException("The first measure does not vary enough to learn a map from it; a ridge above 0 helps.", nameof(ridge));
        }

        for (var i = 0; i < n; i++)
        {
            var row = slope.AsSpan(i * n, n);
            Cholesky.SolveLower(spread, n, row);
            Cholesky.SolveUpper(spread, n, row);
            row[i] += 1;
        }

        return slope;
    }

    private static double[] Standard(ReadOnlySpan<double> values, int n, out double[] means, out double[] deviations)
    {
        var rows = values.Length / n;
        means = new double[n];
        deviations = new double[n];
        for (var at = 0; at < values.Length; at++)
        {
            means[at % n] += values[at] / rows;
        }

        for (var at = 0; at < values.Length; at++)
        {
            deviations[at % n] += Math.Pow(values[at] - means[at % n], 2) / rows;
        }

        for (var d = 0; d < n; d++)
        {
            deviations[d] = deviations[d] > 1e-12 ? Math.Sqrt(deviations[d]) : 1;
        }

        var standard = values.ToArray();
        for (var at = 0; at < standard.Length; at++)
        {
            standard[at] = (standard[at] - means[at % n]) / deviations[at % n];
        }

        return standard;
    }
}
