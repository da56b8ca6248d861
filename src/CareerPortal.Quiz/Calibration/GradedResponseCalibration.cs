using System.Numerics;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>Estimates slopes and thresholds of one scale from answers, by marginal maximum likelihood.</summary>
/// <remarks>
/// EM after R. D. Bock and M. Aitkin (1981) for Samejima's model, θ ~ N(0, 1) on <see cref="QuadratureGrid"/>, every second cycle extrapolated
/// (R. Varadhan and C. Roland 2008, SQUAREM). M-step: Fisher scoring of a and dₖ = −a·bₖ.
/// Missing answers are left out of the likelihood; answers that nobody gave to an item are no answers of it. Sums over people run in their order, so
/// the result does not depend on the machine's vector width.
/// </remarks>
public static class GradedResponseCalibration
{
    /// <summary>Cycles after which the search ends without convergence.</summary>
    public const int MaximumCycles = 2000;

    /// <summary>The largest change of a slope or threshold at which the search has converged.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>No slope is searched below this.</summary>
    public const double LowestSlope = 0.05;

    /// <summary>No slope is searched above this.</summary>
    public const double HighestSlope = 12;

    /// <summary>Length of a row of expected counts: the grid, filled up to whole vectors.</summary>
    internal const int Padded = 48;

    /// <summary>Where thresholds of answers lie that nobody gave, below or above all others.</summary>
    private const double Beyond = 20;

    /// <summary>The least distance of two thresholds, so that they are still two when written with four decimals.</summary>
    private const double Apart = 2e-4;

    /// <summary>Fits a scale.</summary>
    /// <param name="answers">People × items, row by row: the coded answer from 1, 0 where missing.</param>
    /// <param name="items">Number of items: the length of a row.</param>
    /// <param name="categories">Number of possible answers of every item.</param>
    /// <exception cref="ArgumentException">The shape is wrong, an answer is out of range, or an item has fewer than two different
    /// answers.</exception>
    public static CalibrationResult Fit(ReadOnlySpan<byte> answers, int items, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(categories, 64);
        if (answers.Length == 0 || answers.Length % items != 0)
        {
            throw new ArgumentException($"{answers.Length} answers are not rows of {items}.", nameof(answers));
        }

        var people = answers.Length / items;
        var size = categories;
        var used = Used(answers, items, categories);
        var sizes = used.Select(own => own.Length).ToArray();
        answers = Compact(answers, items, used);
        var parameters = Start(answers, items, categories, sizes, out var counts);
        var before = new double[parameters.Length];
        var first = new double[parameters.Length];
        var expected = new double[items * categories * Padded];
        var table = new double[items * categories * Padded];
        var likelihood = 0.0;
        var converged = false;
        var cycle = 0;
        while (cycle < MaximumCycles && !converged)
        {
            // Two plain cycles, then one extrapolation along them.
            parameters.CopyTo(before, 0);
            likelihood = Cycle(answers, people, sizes, size, parameters, table, expected);
            parameters.CopyTo(first, 0);
            Cycle(answers, people, sizes, size, parameters, table, expected);
            cycle += 2;
            converged = Change(first, parameters, sizes, size) < Tolerance;
            if (!converged)
            {
                Extrapolate(before, first, parameters, sizes, size);
            }
        }

        var result = new CalibratedItem[items];
        for (var item = 0; item < items; item++)
        {
            var own = parameters.AsSpan(item * size, sizes[item]);
            result[item] = new CalibratedItem(new ItemParameters(own[0], Thresholds(own, used[item], size)), counts[item], size - sizes[item]);
        }

        return new CalibrationResult(result, cycle, converged, likelihood);
    }

    /// <summary>
    /// The marginal log-likelihood (natural logarithm) of answers under given parameters, to compare two sets of parameters on the same people.
    /// </summary>
    /// <param name="answers">People × items, row by row: the coded answer from 1, 0 where missing.</param>
    /// <param name="items">One per column, all with as many answers.</param>
    /// <exception cref="ArgumentException">The answers are not rows of as many as there are items.</exception>
    public static double LogLikelihood(ReadOnlySpan<byte> answers, IReadOnlyList<ItemParameters> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0 || answers.Length % items.Count != 0)
        {
            throw new ArgumentException($"{answers.Length} answers are not rows of {items.Count}.", nameof(answers));
        }

        var size = items[0].Answers;
        var parameters = new double[items.Count * size];
        for (var item = 0; item < items.Count; item++)
        {
            parameters[item * size] = items[item].A;
            for (var k = 1; k < size; k++)
            {
                parameters[item * size + k] = -items[item].A * items[item].B[k - 1];
            }
        }

        var cells = items.Count * size * Padded;
        return Expect(
            answers,
            answers.Length / items.Count,
            [.. Enumerable.Repeat(size, items.Count)],
            size,
            parameters,
            new double[cells],
            new double[cells]
        );
    }

    /// <summary>The answers that were given to each item, in order.</summary>
    private static int[][] Used(ReadOnlySpan<byte> answers, int items, int categories)
    {
        var seen = new bool[items * (categories + 1)];
        for (var at = 0; at < answers.Length; at++)
        {
            if (answers[at] > categories)
            {
                throw new ArgumentException($"Row {at / items + 1}, item {at % items + 1}: {answers[at]} is above {categories}.", nameof(answers));
            }

            seen[at % items * (categories + 1) + answers[at]] = true;
        }

        var used = Enumerable
            .Range(0, items)
            .Select(item => Enumerable.Range(1, categories).Where(k => seen[item * (categories + 1) + k]).ToArray())
            .ToArray();
        var single = Array.FindIndex(used, own => own.Length < 2);
        return single < 0 ? used : throw new ArgumentException($"Item {single + 1} has fewer than two different answers.", nameof(answers));
    }

    /// <summary>The answers numbered without those that nobody gave to the item.</summary>
    private static byte[] Compact(ReadOnlySpan<byte> answers, int items, int[][] used)
    {
        var compact = new byte[answers.Length];
        for (var at = 0; at < answers.Length; at++)
        {
            compact[at] = (byte)(Array.IndexOf(used[at % items], answers[at]) + 1);
        }

        return compact;
    }

    /// <summary>Thresholds of all answers from those of the answers given.</summary>
    private static double[] Thresholds(ReadOnlySpan<double> own, int[] used, int categories)
    {
        var thresholds = new double[categories - 1];
        for (var k = 1; k < categories; k++)
        {
            var below = used.Count(answer => answer <= k);
            thresholds[k - 1] =
                below == 0 ? -Beyond - (used[0] - 1 - k)
                : below == used.Length ? Beyond + k - used[^1]
                : -own[below] / own[0];
            if (k > 1)
            {
                thresholds[k - 1] = Math.Max(thresholds[k - 1], thresholds[k - 2] + Apart);
            }
        }

        return thresholds;
    }

    /// <summary>Slope 1.2 and the intercepts that would give the observed shares of answers.</summary>
    private static double[] Start(ReadOnlySpan<byte> answers, int items, int categories, int[] sizes, out int[] counts)
    {
        var observed = new double[items * categories];
        counts = new int[items];
        for (var at = 0; at < answers.Length; at++)
        {
            if (answers[at] == 0)
            {
                continue;
            }

            observed[at % items * categories + answers[at] - 1]++;
            counts[at % items]++;
        }

        var parameters = new double[items * categories];
        for (var item = 0; item < items; item++)
        {
            var own = observed.AsSpan(item * categories, sizes[item]);
            parameters[item * categories] = 1.2;
            var above = (double)counts[item];
            for (var k = 0; k < own.Length - 1; k++)
            {
                above -= own[k];
                var share = (above + 0.5 * (own.Length - 1 - k)) / (counts[item] + 0.5 * own.Length);
                parameters[item * categories + k + 1] = 1.2 * Math.Log(share / (1 - share));
            }
        }

        return parameters;
    }

    private static double Cycle(
        ReadOnlySpan<byte> answers,
        int people,
        int[] sizes,
        int categories,
        double[] parameters,
        double[] table,
        double[] expected
    )
    {
        var likelihood = Expect(answers, people, sizes, categories, parameters, table, expected);
        for (var item = 0; item < sizes.Length; item++)
        {
            Maximise(parameters.AsSpan(item * categories, sizes[item]), expected.AsSpan(item * categories * Padded, sizes[item] * Padded));
        }

        return likelihood;
    }

    /// <summary>E-step: fills the expected counts (items × categories × grid) and returns the log-likelihood.</summary>
    private static double Expect(
        ReadOnlySpan<byte> answers,
        int people,
        int[] sizes,
        int categories,
        double[] parameters,
        double[] table,
        double[] expected
    )
    {
        var items = sizes.Length;
        Span<double> probabilities = stackalloc double[categories];
        for (var item = 0; item < items; item++)
        {
            var own = parameters.AsSpan(item * categories, sizes[item]);
            for (var g = 0; g < QuadratureGrid.Size; g++)
            {
                Probabilities(own, QuadratureGrid.Points[g], probabilities);
                for (var k = 0; k < own.Length; k++)
                {
                    table[(item * categories + k) * Padded + g] = Math.Log(probabilities[k]);
                }
            }
        }

        Array.Clear(expected);
        var likelihood = 0.0;
        Span<double> posterior = stackalloc double[Padded];
        for (var person = 0; person < people; person++)
        {
            var row = answers.Slice(person * items, items);
            posterior.Clear();
            for (var item = 0; item < items; item++)
            {
                if (row[item] != 0)
                {
                    Add(posterior, table.AsSpan((item * categories + row[item] - 1) * Padded, Padded));
                }
            }

            var highest = double.NegativeInfinity;
            for (var g = 0; g < QuadratureGrid.Size; g++)
            {
                highest = Math.Max(highest, posterior[g]);
            }

            var total = 0.0;
            for (var g = 0; g < QuadratureGrid.Size; g++)
            {
                posterior[g] = Math.Exp(posterior[g] - highest) * QuadratureGrid.Weights[g];
                total += posterior[g];
            }

            likelihood += highest + Math.Log(total);
            for (var g = 0; g < QuadratureGrid.Size; g++)
            {
                posterior[g] /= total;
            }

            for (var g = QuadratureGrid.Size; g < Padded; g++)
            {
                posterior[g] = 0;
            }

            for (var item = 0; item < items; item++)
            {
                if (row[item] != 0)
                {
                    Add(expected.AsSpan((item * categories + row[item] - 1) * Padded, Padded), posterior);
                }
            }
        }

        return likelihood;
    }

    private static void Add(Span<double> sum, ReadOnlySpan<double> term)
    {
        var width = Vector<double>.Count;
        for (var g = 0; g < Padded; g += width)
        {
            (new Vector<double>(sum[g..]) + new Vector<double>(term[g..])).CopyTo(sum[g..]);
        }
    }

    /// <summary>Fisher scoring of one item on its expected counts (categories × grid), steps halved until the likelihood does not fall.</summary>
    private static void Maximise(Span<double> own, ReadOnlySpan<double> expected)
    {
        var n = own.Length;
        Span<double> gradient = stackalloc double[n];
        Span<double> information = stackalloc double[n * n];
        Span<double> trial = stackalloc double[n];
        var value = Value(own, expected);
        for (var step = 0; step < 4; step++)
        {
            Derivatives(own, expected, gradient, information);
            for (var i = 0; i < n; i++)
            {
                information[i * n + i] += 1e-6 + 1e-9 * information[i * n + i];
            }

            if (!Cholesky.TryFactor(information, n))
            {
                return;
            }

            Cholesky.SolveLower(information, n, gradient);
            Cholesky.SolveUpper(information, n, gradient);

            var moved = false;
            for (var scale = 1.0; scale > 1e-4 && !moved; scale /= 2)
            {
                for (var i = 0; i < n; i++)
                {
                    trial[i] = own[i] + scale * gradient[i];
                }

                if (!IsItem(trial))
                {
                    continue;
                }

                var next = Value(trial, expected);
                if (next < value)
                {
                    continue;
                }

                moved = next - value > 1e-9 * Math.Abs(value);
                value = next;
                trial.CopyTo(own);
                if (!moved)
                {
                    return;
                }
            }

            if (!moved)
            {
                return;
            }
        }
    }

    internal static void Derivatives(ReadOnlySpan<double> own, ReadOnlySpan<double> expected, Span<double> gradient, Span<double> information)
    {
        var n = own.Length;
        gradient.Clear();
        information.Clear();
        Span<double> probabilities = stackalloc double[n];
        Span<double> slopes = stackalloc double[n + 1];
        Span<double> partial = stackalloc double[n];
        for (var g = 0; g < QuadratureGrid.Size; g++)
        {
            var theta = QuadratureGrid.Points[g];
            var people = 0.0;
            for (var k = 0; k < n; k++)
            {
                people += expected[k * Padded + g];
            }

            if (people < 1e-12)
            {
                continue;
            }

            Probabilities(own, theta, probabilities);
            slopes[0] = slopes[n] = 0;
            for (var k = 1; k < n; k++)
            {
                var above = Logistic(own[0] * theta + own[k]);
                slopes[k] = above * (1 - above);
            }

            // ∂Pₖ: by a it is θ(sₖ − sₖ₊₁), by dₖ it is sₖ, by dₖ₊₁ it is −sₖ₊₁.
            for (var k = 0; k < n; k++)
            {
                partial.Clear();
                partial[0] = theta * (slopes[k] - slopes[k + 1]);
                if (k > 0)
                {
                    partial[k] = slopes[k];
                }

                if (k + 1 < n)
                {
                    partial[k + 1] = -slopes[k + 1];
                }

                var ratio = expected[k * Padded + g] / probabilities[k];
                var weight = people / probabilities[k];
                for (var i = 0; i < n; i++)
                {
                    if (partial[i] == 0)
                    {
                        continue;
                    }

                    gradient[i] += ratio * partial[i];
                    for (var j = 0; j <= i; j++)
                    {
                        information[i * n + j] += weight * partial[i] * partial[j];
                    }
                }
            }
        }
    }

    internal static double Value(ReadOnlySpan<double> own, ReadOnlySpan<double> expected)
    {
        var value = 0.0;
        Span<double> probabilities = stackalloc double[own.Length];
        for (var g = 0; g < QuadratureGrid.Size; g++)
        {
            Probabilities(own, QuadratureGrid.Points[g], probabilities);
            for (var k = 0; k < own.Length; k++)
            {
                value += expected[k * Padded + g] * Math.Log(probabilities[k]);
            }
        }

        return value;
    }

    internal static void Probabilities(ReadOnlySpan<double> own, double theta, Span<double> probabilities)
    {
        var above = 1.0;
        for (var k = 1; k < own.Length; k++)
        {
            var next = Logistic(own[0] * theta + own[k]);
            probabilities[k - 1] = Math.Max(GradedResponseModel.Floor, above - next);
            above = next;
        }

        probabilities[own.Length - 1] = Math.Max(GradedResponseModel.Floor, above);
    }

    private static void Extrapolate(double[] before, double[] first, double[] second, int[] sizes, int size)
    {
        double step = 0,
            curve = 0;
        for (var i = 0; i < second.Length; i++)
        {
            var r = first[i] - before[i];
            var v = second[i] - first[i] - r;
            step += r * r;
            curve += v * v;
        }

        if (curve < 1e-20)
        {
            return;
        }

        var length = Math.Clamp(Math.Sqrt(step / curve), 1, 16);
        Span<double> widest = stackalloc double[size];
        for (var item = 0; item < sizes.Length; item++)
        {
            var trial = widest[..sizes[item]];
            for (var i = 0; i < trial.Length; i++)
            {
                var at = item * size + i;
                var r = first[at] - before[at];
                var v = second[at] - first[at] - r;
                trial[i] = before[at] + 2 * length * r + length * length * v;
            }

            if (IsItem(trial))
            {
                trial.CopyTo(second.AsSpan(item * size));
            }
        }
    }

    private static double Change(double[] one, double[] other, int[] sizes, int size)
    {
        var change = 0.0;
        for (var item = 0; item < sizes.Length; item++)
        {
            var a = one.AsSpan(item * size, sizes[item]);
            var b = other.AsSpan(item * size, sizes[item]);
            change = Math.Max(change, Math.Abs(a[0] - b[0]));
            for (var k = 1; k < a.Length; k++)
            {
                change = Math.Max(change, Math.Abs(a[k] / a[0] - b[k] / b[0]));
            }
        }

        return change;
    }

    internal static bool IsItem(ReadOnlySpan<double> own)
    {
        if (!(own[0] > LowestSlope && own[0] < HighestSlope))
        {
            return false;
        }

        for (var k = 2; k < own.Length; k++)
        {
            if (!(own[k] < own[k - 1] - 1e-4))
            {
                return false;
            }
        }

        return double.IsFinite(own[^1]);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
