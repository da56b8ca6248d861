using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Estimation;

/// <summary>Turns answers into a profile: a graded response model per quality, then borrowing between qualities.</summary>
/// <remarks>
/// Per quality: expected a posteriori mean m₀ and variance SE² on <see cref="QuadratureGrid"/> with a standard normal prior (R. D. Bock and R. J.
/// Mislevy 1982).
/// Together: p = 1/SE² − 1, V = (Σ⁻¹ + diag p)⁻¹, m = V·(m₀/SE²), computed as V = Σ − ΣS(I + SΣS)⁻¹SΣ with S = diag √p, which needs no inverse of Σ.
/// </remarks>
public sealed class ProfileEstimator
{
    private readonly double[][] _logLikelihood;
    private readonly SymmetricMatrix _prior;

    /// <summary>Takes the bank and the correlations of its dimensions; without them <see cref="QualityCorrelations.Prior"/>.</summary>
    /// <exception cref="ArgumentException">The correlations have another size than the bank has dimensions.</exception>
    public ProfileEstimator(ItemBank bank, SymmetricMatrix? correlations = null)
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
        _prior = correlations ?? QualityCorrelations.Prior(bank.Dimensions);
        _logLikelihood = [.. bank.Items.Select(LogLikelihood)];
    }

    /// <summary>The bank whose items the answers belong to.</summary>
    public ItemBank Bank { get; }

    /// <summary>The correlations by which the dimensions borrow from each other.</summary>
    public SymmetricMatrix Correlations => _prior;

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
        Span<double> posterior = stackalloc double[QuadratureGrid.Size];
        for (var dimension = 0; dimension < n; dimension++)
        {
            posterior.Clear();
            foreach (var item in Bank.ItemsOf(dimension))
            {
                if (values[item] == 0)
                {
                    continue;
                }

                counts[dimension]++;
                var likelihood = _logLikelihood[item].AsSpan((Bank.Items[item].Coded(values[item]) - 1) * QuadratureGrid.Size, QuadratureGrid.Size);
                for (var g = 0; g < posterior.Length; g++)
                {
                    posterior[g] += likelihood[g];
                }
            }

            (own[dimension], variance[dimension]) = counts[dimension] == 0 ? (0, 1) : Moments(posterior);
        }

        var precision = new double[n];
        var evidence = new double[n];
        for (var dimension = 0; dimension < n; dimension++)
        {
            if (counts[dimension] == 0)
            {
                continue;
            }

            precision[dimension] = Math.Max(0, 1 / variance[dimension] - 1);
            evidence[dimension] = own[dimension] / variance[dimension];
        }

        var covariance = Posterior(precision);
        var mean = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                mean[i] += covariance[i, j] * evidence[j];
            }
        }

        var estimates = new QualityEstimate[n];
        for (var i = 0; i < n; i++)
        {
            estimates[i] = new QualityEstimate(Bank.Dimensions[i], own[i], Math.Sqrt(variance[i]), counts[i], mean[i], Math.Sqrt(covariance[i, i]));
        }

        return new Profile(Bank.Dimensions, mean, covariance, estimates);
    }

    private SymmetricMatrix Posterior(ReadOnlySpan<double> precision)
    {
        var n = precision.Length;
        var active = new List<int>(n);
        for (var i = 0; i < n; i++)
        {
            if (precision[i] > 0)
            {
                active.Add(i);
            }
        }

        var k = active.Count;
        if (k == 0)
        {
            return _prior;
        }

        var inner = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                inner[i * k + j] = Math.Sqrt(precision[active[i]] * precision[active[j]]) * _prior[active[i], active[j]] + (i == j ? 1 : 0);
            }
        }

        if (!Cholesky.TryFactor(inner, k))
        {
            throw new InvalidOperationException("The correlations between the qualities are not positive definite.");
        }

        var half = new double[n * k];
        for (var i = 0; i < n; i++)
        {
            var row = half.AsSpan(i * k, k);
            for (var j = 0; j < k; j++)
            {
                row[j] = _prior[i, active[j]] * Math.Sqrt(precision[active[j]]);
            }

            Cholesky.SolveLower(inner, k, row);
        }

        return SymmetricMatrix.Create(
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
    }

    private static (double Mean, double Variance) Moments(Span<double> logLikelihood)
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
            var weight = Math.Exp(logLikelihood[g] - highest) * QuadratureGrid.Weights[g];
            var point = QuadratureGrid.Points[g];
            total += weight;
            first += weight * point;
            second += weight * point * point;
        }

        var mean = first / total;
        return (mean, Math.Max(1e-9, second / total - mean * mean));
    }

    private static double[] LogLikelihood(Item item)
    {
        var answers = item.Parameters.Answers;
        var table = new double[answers * QuadratureGrid.Size];
        var probabilities = new double[answers];
        for (var g = 0; g < QuadratureGrid.Size; g++)
        {
            GradedResponseModel.Probabilities(item.Parameters, QuadratureGrid.Points[g], probabilities);
            for (var k = 0; k < answers; k++)
            {
                table[k * QuadratureGrid.Size + g] = Math.Log(probabilities[k]);
            }
        }

        return table;
    }
}
