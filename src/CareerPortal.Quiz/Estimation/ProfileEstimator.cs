using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Estimation;

/// <summary>Turns answers into a profile: a graded response model per quality, then borrowing between qualities.</summary>
/// <remarks>
/// Per quality q the answers tell of η = θ + τ, where τ ~ N(0, t²) is the shift of its thresholds that is not known
/// (<see cref="ParameterUncertainty.SharedDeviation"/>; 0 for exact parameters): expected a posteriori mean m₀ and variance v₀ of η on
/// <see cref="QuadratureGrid"/> with the prior N(0, 1 + t²) (R. D. Bock and R. J. Mislevy 1982), the item's own uncertainty averaged out beforehand
/// (<see cref="AnswerTables"/>).
/// Together: p = 1/v₀ − 1/(1 + t²) and o = m₀/(v₀p) stand for an observation of θ with the error covariance R = diag(1/p + t²) + UUᵀ. U has two columns,
/// which no number of answers averages out: a shift common to all qualities (<see cref="ParameterUncertainty.CommonDeviation"/>), and acquiescence, a
/// person's leaning to agree whatever is asked (A. Maydeu-Olivares and D. L. Coffman 2006, random intercept), which raises what is keyed forward and
/// lowers what is reversed. V = Σ − ΣS(I + S(Σ + diag t² + UUᵀ)S)⁻¹SΣ and m = ΣS(…)⁻¹So with S = diag √p, which needs no inverse of Σ.
/// </remarks>
public sealed class ProfileEstimator
{
    private readonly double[][] _logLikelihood;
    private readonly SymmetricMatrix _prior;
    private readonly double[] _shared;
    private readonly double[] _common;
    private readonly double[][] _weights;
    private readonly double[] _itemWeight;
    private readonly double[] _itemStyle;

    /// <summary>Takes the bank and the correlations of its dimensions; without them <see cref="QualityCorrelations.Prior"/>.</summary>
    /// <param name="bank">The items.</param>
    /// <param name="correlations">n × n for n dimensions.</param>
    /// <param name="acquiescence">
    /// Standard deviation of acquiescence in answer points of a scale of five; that of <see cref="StartNorms.Shipped"/> where nothing is said, 0 for
    /// simulated people who have none.
    /// </param>
    /// <exception cref="ArgumentException">The correlations have another size than the bank has dimensions.</exception>
    public ProfileEstimator(ItemBank bank, SymmetricMatrix? correlations = null, double? acquiescence = null)
    {
        ArgumentNullException.ThrowIfNull(bank);
        if (correlations is not null && correlations.Size != bank.Dimensions.Count)
        {
            throw new ArgumentException(
                $"The bank has {bank.Dimensions.Count} dimensions, the correlations {correlations.Size}.",
                nameof(correlations)
            );
        }

        Bank = bank;
        Acquiescence = acquiescence ?? StartNorms.Shipped.People.Acquiescence;
        ArgumentOutOfRangeException.ThrowIfNegative(Acquiescence, nameof(acquiescence));
        _prior = correlations ?? QualityCorrelations.Prior(bank.Dimensions);
        var tables = bank.Items.Select(AnswerTables.Of).ToArray();
        _logLikelihood = [.. tables.Select(table => table.Select(probability => Math.Log(probability)).ToArray())];
        _shared = [.. bank.Dimensions.Select((_, q) => RootMeanSquare(q, uncertainty => uncertainty.SharedDeviation))];
        _common = [.. bank.Dimensions.Select((_, q) => RootMeanSquare(q, uncertainty => uncertainty.CommonDeviation))];
        _weights = [.. _shared.Select(deviation => QuadratureGrid.Normal(1 + deviation * deviation))];
        _itemWeight = [.. tables.Select(table => QualityPosterior.ExpectedDrop(QuadratureGrid.Weights, 0, table))];
        _itemStyle =
        [
            .. bank.Items.Select(
                (item, at) => (item.Reversed ? -1 : 1) * _itemWeight[at] * Acquiescence * (item.Parameters.Answers - 1) / 4 / Slope(tables[at])
            ),
        ];
    }

    /// <summary>The bank whose items the answers belong to.</summary>
    public ItemBank Bank { get; }

    /// <summary>The correlations by which the dimensions borrow from each other.</summary>
    public SymmetricMatrix Correlations => _prior;

    /// <summary>Standard deviation of people's leaning to agree, in answer points of a scale of five.</summary>
    public double Acquiescence { get; }

    /// <summary>Estimates the profile of one person; the order of the answers does not matter.</summary>
    /// <exception cref="ArgumentException">An answer is to an unknown item, the second to one item, or above the item's highest answer.</exception>
    public Profile Estimate(IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);

        var values = new int[Bank.Items.Count];
        var seen = new bool[Bank.Items.Count];
        foreach (var answer in answers)
        {
            var at = Bank.IndexOf(answer.ItemId);
            if (at < 0)
            {
                throw new ArgumentException($"'{answer.ItemId}' is not an item of this bank.", nameof(answers));
            }

            if (seen[at])
            {
                throw new ArgumentException($"'{answer.ItemId}' is answered twice.", nameof(answers));
            }

            if (answer.Value > Bank.Items[at].Parameters.Answers)
            {
                throw new ArgumentException(
                    $"'{answer.ItemId}' has {Bank.Items[at].Parameters.Answers} answers, not {answer.Value}.",
                    nameof(answers)
                );
            }

            seen[at] = true;
            values[at] = answer.Value ?? 0;
        }

        return EstimateValues(values);
    }

    /// <summary>Estimates from raw answers by item of the bank: as many numbers as items, 0 for none.</summary>
    /// <exception cref="ArgumentException">There are not as many numbers as items.</exception>
    public Profile EstimateValues(ReadOnlySpan<int> values)
    {
        var n = Bank.Dimensions.Count;
        if (values.Length != Bank.Items.Count)
        {
            throw new ArgumentException($"The bank has {Bank.Items.Count} items, not {values.Length}.", nameof(values));
        }

        var own = new double[n];
        var variance = new double[n];
        var counts = new int[n];
        var style = new double[n];
        Span<double> posterior = stackalloc double[QuadratureGrid.Size];
        for (var dimension = 0; dimension < n; dimension++)
        {
            posterior.Clear();
            var weight = 0.0;
            foreach (var item in Bank.ItemsOf(dimension))
            {
                if (values[item] == 0)
                {
                    continue;
                }

                counts[dimension]++;
                weight += _itemWeight[item];
                style[dimension] += _itemStyle[item];
                var likelihood = _logLikelihood[item].AsSpan((Bank.Items[item].Coded(values[item]) - 1) * QuadratureGrid.Size, QuadratureGrid.Size);
                for (var g = 0; g < posterior.Length; g++)
                {
                    posterior[g] += likelihood[g];
                }
            }

            var prior = 1 + _shared[dimension] * _shared[dimension];
            (own[dimension], variance[dimension]) = counts[dimension] == 0 ? (0, prior) : Moments(posterior, _weights[dimension]);
            style[dimension] = weight > 0 ? style[dimension] / weight : 0;
        }

        var (mean, covariance) = Together(own, variance, counts, style);
        var estimates = new QualityEstimate[n];
        for (var i = 0; i < n; i++)
        {
            // What the quality's own answers tell of θ by way of η: θ | η ~ N(η/(1 + t²), t²/(1 + t²)).
            var prior = 1 + _shared[i] * _shared[i];
            var error = Math.Sqrt(variance[i] / (prior * prior) + (prior - 1) / prior);
            estimates[i] = new QualityEstimate(Bank.Dimensions[i], own[i] / prior, error, counts[i], mean[i], Math.Sqrt(covariance[i, i]));
        }

        return new Profile(Bank.Dimensions, mean, covariance, estimates);
    }

    /// <summary>Combines what the answers to each quality tell of η: means, variances and the weight of acquiescence, n each.</summary>
    private (double[] Mean, SymmetricMatrix Covariance) Together(double[] own, double[] variance, int[] counts, double[] style)
    {
        var n = own.Length;
        var active = new List<int>(n);
        var root = new double[n];
        var evidence = new double[n];
        for (var i = 0; i < n; i++)
        {
            var precision = counts[i] == 0 ? 0 : 1 / variance[i] - 1 / (1 + _shared[i] * _shared[i]);
            if (precision > 1e-9)
            {
                active.Add(i);
                root[i] = Math.Sqrt(precision);
                evidence[active.Count - 1] = own[i] / variance[i] / root[i];
            }
        }

        var k = active.Count;
        var mean = new double[n];
        if (k == 0)
        {
            return (mean, _prior);
        }

        var inner = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            var q = active[i];
            for (var j = 0; j <= i; j++)
            {
                var r = active[j];
                var cell = _prior[q, r] + _common[q] * _common[r] + style[q] * style[r];
                inner[i * k + j] = root[q] * root[r] * (i == j ? cell + _shared[q] * _shared[q] : cell) + (i == j ? 1 : 0);
            }
        }

        if (!Cholesky.TryFactor(inner, k))
        {
            throw new InvalidOperationException("The correlations between the qualities are not positive definite.");
        }

        Cholesky.SolveLower(inner, k, evidence.AsSpan(0, k));
        var half = new double[n * k];
        for (var i = 0; i < n; i++)
        {
            var row = half.AsSpan(i * k, k);
            for (var j = 0; j < k; j++)
            {
                row[j] = _prior[i, active[j]] * root[active[j]];
            }

            Cholesky.SolveLower(inner, k, row);
            for (var j = 0; j < k; j++)
            {
                mean[i] += row[j] * evidence[j];
            }
        }

        var covariance = SymmetricMatrix.Create(
            n,
            (i, j) =>
            {
                var cell = _prior[i, j];
                for (var a = 0; a < k; a++)
                {
                    cell -= half[i * k + a] * half[j * k + a];
                }

                return cell;
            }
        );
        return (mean, covariance);
    }

    private static (double Mean, double Variance) Moments(Span<double> logLikelihood, ReadOnlySpan<double> weights)
    {
        var highest = double.NegativeInfinity;
        foreach (var value in logLikelihood)
        {
            highest = Math.Max(highest, value);
        }

        double total = 0,
            first = 0,
            second = 0;
        for (var g = 0; g < logLikelihood.Length; g++)
        {
            var weight = Math.Exp(logLikelihood[g] - highest) * weights[g];
            var point = QuadratureGrid.Points[g];
            total += weight;
            first += weight * point;
            second += weight * point * point;
        }

        var mean = first / total;
        return (mean, Math.Max(1e-9, second / total - mean * mean));
    }

    /// <summary>By how many answer points the expected answer rises with one standard deviation of the quality: Cov(E[x | θ], θ).</summary>
    private static double Slope(double[] table)
    {
        var slope = 0.0;
        for (var at = 0; at < table.Length; at++)
        {
            var g = at % QuadratureGrid.Size;
            slope += (at / QuadratureGrid.Size + 1) * table[at] * QuadratureGrid.Weights[g] * QuadratureGrid.Points[g];
        }

        return Math.Max(slope, 0.05);
    }

    private double RootMeanSquare(int dimension, Func<ParameterUncertainty, double> deviation)
    {
        var sum = 0.0;
        foreach (var item in Bank.ItemsOf(dimension))
        {
            sum += Bank.Items[item].Uncertainty is { } uncertainty ? deviation(uncertainty) * deviation(uncertainty) : 0;
        }

        return sum == 0 ? 0 : Math.Sqrt(sum / Bank.ItemsOf(dimension).Length);
    }
}
