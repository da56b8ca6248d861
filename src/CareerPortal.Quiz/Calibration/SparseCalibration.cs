using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>
/// Learns the parameters of a bank's items from people who each answered only a few of them, with what is believed of such items as prior.
/// </summary>
/// <remarks>
/// Maximum a posteriori by EM (R. J. Mislevy 1986, Bayes modal estimation in item response models), one dimension at a time. What a person answered
/// about the other dimensions stands in the E-step as that person's prior for this one: with one to three answers a dimension they say as much of
/// the person as the own ones, the slope of an item asked alone would not be determined without them, and questions that were chosen by earlier
/// answers may be treated as chosen at random only where those answers are in the likelihood (D. B. Rubin 1976). The evidence of a dimension is
/// handed on as mean and variance, as in <see cref="ProfileEstimator"/>; without the dimension itself it is the leave-one-out mean and variance
/// of a Gaussian process (C. E. Rasmussen and C. K. I. Williams 2006, 5.12).
/// M-step: Fisher scoring of (ln a, b) with the normal prior; the shift of each dimension and what is off for each kind follow their items.
/// What remains uncertain is the
/// inverse of prior precision plus the expected information of each answer given the person's other answers.
/// The order of people only decides the order of sums.
/// </remarks>
public static class SparseCalibration
{
    /// <summary>Cycles after which the search ends without convergence.</summary>
    public const int MaximumCycles = 300;

    /// <summary>The largest change of ln a or a threshold in one cycle at which the search has converged.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>
    /// The share of the correlations by which one dimension speaks for another. The whole of them is right only where the model is; half of them left
    /// the parameters nearer to those of thousands of full answers than all or none did, after 200 people and after 1 000 (docs/quiz-evaluation.md).
    /// </summary>
    private const double Borrowed = 0.5;

    /// <summary>
    /// By how much the variance of what is learned exceeds what the model says, since real people fit no model: parameters learned from few answers of
    /// people of one half lay 1.2 (SPI) to 1.7 (IPIP-50) standard deviations from those of all answers of others of that half, root mean square.
    /// </summary>
    private const double Misfit = 2;

    /// <summary>The least precision that a person's answers to a dimension are taken to have, so that it can be divided by.</summary>
    private const double LeastPrecision = 1e-3;

    /// <summary>Fits a bank.</summary>
    /// <param name="bank">The items; their own parameters play no part, their number of answers does.</param>
    /// <param name="priors">One per item of the bank, in its order, of as many numbers as the item has answers.</param>
    /// <param name="correlations">Of the bank's dimensions in the population, n × n.</param>
    /// <param name="people">Raw answers by item of the bank, 0 where not asked or skipped.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or an answer is out of range.</exception>
    public static SparseCalibrationResult Fit(
        ItemBank bank,
        IReadOnlyList<ItemPrior> priors,
        SymmetricMatrix correlations,
        IEnumerable<IReadOnlyList<int>> people
    )
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(priors);
        ArgumentNullException.ThrowIfNull(correlations);
        ArgumentNullException.ThrowIfNull(people);
        if (priors.Count != bank.Items.Count || correlations.Size != bank.Dimensions.Count)
        {
            throw new ArgumentException("There must be a prior for each item and a correlation for each dimension.", nameof(priors));
        }

        for (var item = 0; item < priors.Count; item++)
        {
            if (priors[item].Mean.Count != bank.Items[item].Parameters.Answers)
            {
                throw new ArgumentException($"The prior of '{bank.Items[item].Id}' is not one of as many answers.", nameof(priors));
            }
        }

        var search = new Search(bank, priors, correlations, [.. people.Select(values => SparseAnswers.Of(bank, values))]);
        var cycle = 0;
        var converged = false;
        while (cycle < MaximumCycles && !converged)
        {
            converged = search.Cycle() < Tolerance;
            cycle++;
        }

        return new SparseCalibrationResult(search.Result(), cycle, converged);
    }

    /// <summary>One person's answers by dimension: which were asked, and of each the items with the coded answer from 0.</summary>
    private sealed record SparseAnswers(int[] Dimensions, (int Item, int Coded)[][] Answers)
    {
        public static SparseAnswers Of(ItemBank bank, IReadOnlyList<int> values)
        {
            if (values.Count != bank.Items.Count)
            {
                throw new ArgumentException($"The bank has {bank.Items.Count} items, not {values.Count}.", nameof(values));
            }

            var given = Enumerable
                .Range(0, values.Count)
                .Where(at => values[at] != 0)
                .Select(at =>
                    values[at] > 0 && values[at] <= bank.Items[at].Parameters.Answers
                        ? (Item: at, Coded: bank.Items[at].Coded(values[at]) - 1)
                        : throw new ArgumentException($"'{bank.Items[at].Id}': there is no answer {values[at]}.", nameof(values))
                )
                .GroupBy(answer => bank.DimensionOf(answer.Item))
                .OrderBy(group => group.Key)
                .ToList();
            return new SparseAnswers([.. given.Select(group => group.Key)], [.. given.Select(group => group.ToArray())]);
        }
    }

    /// <summary>The state of the search.</summary>
    private sealed class Search
    {
        private const int Grid = QuadratureGrid.Size;

        private readonly ItemBank _bank;
        private readonly IReadOnlyList<ItemPrior> _priors;
        private readonly SymmetricMatrix _correlations;
        private readonly SparseAnswers[] _people;

        /// <summary>ln a and b of each item.</summary>
        private readonly double[][] _psi;

        /// <summary>The same as a and d = −a·b, as <see cref="GradedResponseCalibration"/> counts.</summary>
        private readonly double[][] _own;

        /// <summary>Probability of each answer at each point of the grid: K × grid.</summary>
        private readonly double[][] _table;

        /// <summary>Expected number of people of each answer at each point: K × padded grid.</summary>
        private readonly double[][] _expected;
        private readonly int[] _answered;

        /// <summary>How many people were asked about each dimension.</summary>
        private readonly int[] _asked;

        /// <summary>The kinds with their items, and what is off for all of them as far as is known now.</summary>
        private readonly (int[] Items, double[] Off)[] _kinds;
        private readonly double[][] _kindOf;

        /// <summary>Where the shift of each dimension is now.</summary>
        private readonly double[] _shift;

        public Search(ItemBank bank, IReadOnlyList<ItemPrior> priors, SymmetricMatrix correlations, SparseAnswers[] people)
        {
            (_bank, _priors, _correlations, _people) = (bank, priors, correlations, people);
            _psi = [.. priors.Select(prior => prior.Mean.ToArray())];
            _own = [.. priors.Select(prior => new double[prior.Mean.Count])];
            _table = [.. priors.Select(prior => new double[prior.Mean.Count * Grid])];
            _expected = [.. priors.Select(prior => new double[prior.Mean.Count * GradedResponseCalibration.Padded])];
            _answered = new int[priors.Count];
            _asked = new int[bank.Dimensions.Count];
            foreach (var dimension in people.SelectMany(person => person.Dimensions))
            {
                _asked[dimension]++;
            }

            foreach (var (item, _) in people.SelectMany(person => person.Answers).SelectMany(answers => answers))
            {
                _answered[item]++;
            }

            _kinds =
            [
                .. Enumerable
                    .Range(0, priors.Count)
                    .GroupBy(item => priors[item].Kind, StringComparer.Ordinal)
                    .Select(kind => (kind.ToArray(), new double[priors[kind.First()].Mean.Count])),
            ];
            _kindOf = new double[priors.Count][];
            _shift = new double[bank.Dimensions.Count];
            foreach (var (items, off) in _kinds)
            {
                foreach (var item in items)
                {
                    _kindOf[item] = off;
                }
            }

            Lay();
        }

        /// <summary>One E-step and M-step; returns the largest change of an item that was answered.</summary>
        public double Cycle()
        {
            foreach (var expected in _expected)
            {
                Array.Clear(expected);
            }

            Span<double> posterior = stackalloc double[Grid];
            foreach (var person in _people)
            {
                var priors = PriorsOf(person);
                for (var d = 0; d < person.Dimensions.Length; d++)
                {
                    priors.AsSpan(d * Grid, Grid).CopyTo(posterior);
                    foreach (var (item, coded) in person.Answers[d])
                    {
                        Multiply(posterior, _table[item].AsSpan(coded * Grid, Grid));
                    }

                    Normalise(posterior);
                    foreach (var (item, coded) in person.Answers[d])
                    {
                        var row = _expected[item].AsSpan(coded * GradedResponseCalibration.Padded, Grid);
                        for (var g = 0; g < Grid; g++)
                        {
                            row[g] += posterior[g];
                        }
                    }
                }
            }

            var change = 0.0;
            for (var item = 0; item < _psi.Length; item++)
            {
                var before = _psi[item].ToArray();
                Maximise(item);
                change = Math.Max(change, before.Zip(_psi[item], (one, other) => Math.Abs(one - other)).Max());
            }

            MoveMeans();
            Lay();
            return change;
        }

        /// <summary>The items as they are now, with what is left of their uncertainty.</summary>
        public LearnedItem[] Result()
        {
            var information = Information();
            var own = new double[_psi.Length][];

            // How much the items of a dimension say of its shift, and how far each still leans on it.
            var said = new double[_shift.Length];
            var leaning = new double[_psi.Length];
            for (var item = 0; item < _psi.Length; item++)
            {
                var n = _psi[item].Length;
                var precision = _priors[item].PrecisionOfOwn;
                own[item] = Inverse(Sum([.. information[item].Select(cell => cell / Misfit)], precision), n);
                var lean = Product(own[item], precision, n);
                var onShift = Product(lean, Shared(n));
                leaning[item] = onShift.Skip(1).Average();
                var kept = Product(precision, Shared(n)).Zip(Product(precision, onShift), (one, other) => one - other);
                said[_bank.DimensionOf(item)] += Math.Max(0, kept.Skip(1).Sum());
            }

            // The same for the place of each kind, of which a dimension with its own shift says no more than that shift lets it.
            var ofKind = new double[_psi.Length];
            foreach (var (items, _) in _kinds)
            {
                var prior = _priors[items[0]];
                var place = Average(prior.OfKind);
                var precision = 1 / place;
                foreach (var d in items.Select(_bank.DimensionOf).Distinct().Where(d => said[d] > 0))
                {
                    precision += 1 / (prior.SharedDeviation * prior.SharedDeviation + 1 / said[d]);
                }

                foreach (var item in items)
                {
                    ofKind[item] = 1 / precision;
                }
            }

            return
            [
                .. _psi.Select(
                    (psi, item) =>
                    {
                        var before = 1 / (_priors[item].SharedDeviation * _priors[item].SharedDeviation);
                        var precision = before + said[_bank.DimensionOf(item)];
                        // The people who answered are not the population: their mean is off by as much for all items of the dimension.
                        var people = _asked[_bank.DimensionOf(item)];
                        var mean = people > 0 ? (1 - leaning[item]) * (1 - leaning[item]) / people : 0;
                        return new LearnedItem(
                            new ItemParameters(Math.Exp(psi[0]), psi.AsSpan(1)),
                            SymmetricMatrix.Own(psi.Length, own[item]),
                            Math.Sqrt(leaning[item] * leaning[item] / precision + mean),
                            before / precision * leaning[item] * Math.Sqrt(ofKind[item]),
                            _answered[item]
                        );
                    }
                ),
            ];
        }

        /// <summary>The direction in which a shift of the thresholds moves (ln a, b).</summary>
        private static double[] Shared(int n) => [0, .. Enumerable.Repeat(1.0, n - 1)];

        /// <summary>The variance of the mean of the thresholds.</summary>
        private static double Average(SymmetricMatrix covariance)
        {
            var shared = Shared(covariance.Size);
            return Product(covariance.Cells.ToArray(), shared).Skip(1).Sum() / ((shared.Length - 1.0) * (shared.Length - 1));
        }

        /// <summary>
        /// What a person's answers to the other dimensions say of each one asked: a normal density on the grid, one row a dimension.
        /// </summary>
        private double[] PriorsOf(SparseAnswers person)
        {
            var n = person.Dimensions.Length;
            Span<double> likelihood = stackalloc double[Grid];
            var observed = new double[n];
            var noise = new double[n];
            for (var d = 0; d < n; d++)
            {
                QuadratureGrid.Weights.CopyTo(likelihood);
                foreach (var (item, coded) in person.Answers[d])
                {
                    Multiply(likelihood, _table[item].AsSpan(coded * Grid, Grid));
                }

                Normalise(likelihood);
                double mean = 0,
                    square = 0;
                for (var g = 0; g < Grid; g++)
                {
                    mean += likelihood[g] * QuadratureGrid.Points[g];
                    square += likelihood[g] * QuadratureGrid.Points[g] * QuadratureGrid.Points[g];
                }

                var variance = Math.Max(1e-6, square - mean * mean);
                var precision = Math.Max(LeastPrecision, 1 / variance - 1);
                (observed[d], noise[d]) = (mean / variance / precision, 1 / precision);
            }

            var cells = new double[n * n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var correlation = _correlations[person.Dimensions[i], person.Dimensions[j]];
                    cells[i * n + j] = i == j ? correlation + noise[i] : Borrowed * correlation;
                }
            }

            var inverse = Inverse(cells, n);
            var priors = new double[n * Grid];
            for (var d = 0; d < n; d++)
            {
                var pull = 0.0;
                for (var j = 0; j < n; j++)
                {
                    pull += inverse[d * n + j] * observed[j];
                }

                var others = 1 / inverse[d * n + d];
                QuadratureGrid.Normal(observed[d] - pull * others, Math.Max(1e-3, others - noise[d]), priors.AsSpan(d * Grid, Grid));
            }

            return priors;
        }

        /// <summary>
        /// The expected information of every answer about its item's (ln a, b), given the person's other answers: the variance of the score of the
        /// answer over what might have been answered.
        /// </summary>
        private double[][] Information()
        {
            var information = _psi.Select(psi => new double[psi.Length * psi.Length]).ToArray();
            var derivatives = new double[_psi.Length][];
            for (var item = 0; item < _psi.Length; item++)
            {
                derivatives[item] = Derivatives(_psi[item]);
            }

            Span<double> others = stackalloc double[Grid];
            Span<double> widest = stackalloc double[_psi.Max(psi => psi.Length)];
            foreach (var person in _people)
            {
                var priors = PriorsOf(person);
                for (var d = 0; d < person.Dimensions.Length; d++)
                {
                    foreach (var (item, _) in person.Answers[d])
                    {
                        priors.AsSpan(d * Grid, Grid).CopyTo(others);
                        foreach (var (other, coded) in person.Answers[d])
                        {
                            if (other != item)
                            {
                                Multiply(others, _table[other].AsSpan(coded * Grid, Grid));
                            }
                        }

                        Normalise(others);
                        var n = _psi[item].Length;
                        var score = widest[..n];
                        for (var k = 0; k < n; k++)
                        {
                            var probability = Dot(others, _table[item].AsSpan(k * Grid, Grid));
                            if (probability < 1e-12)
                            {
                                continue;
                            }

                            for (var i = 0; i < n; i++)
                            {
                                score[i] = Dot(others, derivatives[item].AsSpan((k * n + i) * Grid, Grid)) / probability;
                            }

                            for (var i = 0; i < n; i++)
                            {
                                for (var j = 0; j < n; j++)
                                {
                                    information[item][i * n + j] += probability * score[i] * score[j];
                                }
                            }
                        }
                    }
                }
            }

            return information;
        }

        /// <summary>∂Pₖ(θ)/∂(ln a, b): K × K × grid, by answer, then by parameter.</summary>
        private static double[] Derivatives(double[] psi)
        {
            var n = psi.Length;
            var a = Math.Exp(psi[0]);
            var result = new double[n * n * Grid];
            for (var g = 0; g < Grid; g++)
            {
                var theta = QuadratureGrid.Points[g];
                for (var k = 1; k < n; k++)
                {
                    // The threshold k parts answer k − 1 from answer k: what it gives to one it takes from the other.
                    var above = 1 / (1 + Math.Exp(-a * (theta - psi[k])));
                    var slope = above * (1 - above);
                    var bySlope = slope * a * (theta - psi[k]);
                    result[k * n * Grid + g] += bySlope;
                    result[(k - 1) * n * Grid + g] -= bySlope;
                    result[(k * n + k) * Grid + g] -= slope * a;
                    result[((k - 1) * n + k) * Grid + g] += slope * a;
                }
            }

            return result;
        }

        /// <summary>Fisher scoring of one item with its prior, steps halved until the posterior does not fall.</summary>
        private void Maximise(int item)
        {
            var psi = _psi[item];
            var n = psi.Length;
            var own = _own[item];
            var expected = _expected[item];
            var prior = _priors[item].PrecisionOfOwn;
            var mean = _priors[item].Mean.Select((place, i) => place + _kindOf[item][i] + ShiftOf(item, i)).ToArray();
            if (_answered[item] == 0)
            {
                mean.CopyTo(psi, 0);
                return;
            }

            Span<double> gradient = stackalloc double[n];
            Span<double> information = stackalloc double[n * n];
            Span<double> step = stackalloc double[n];
            var jacobian = new double[n * n];
            var trial = new double[n];
            var trialOwn = new double[n];
            var value = Value(psi, own);
            for (var turn = 0; turn < 4; turn++)
            {
                GradedResponseCalibration.Derivatives(own, expected, gradient, information);
                for (var i = 0; i < n; i++)
                {
                    for (var j = i + 1; j < n; j++)
                    {
                        information[i * n + j] = information[j * n + i];
                    }
                }

                // a = exp ψ₀, dₖ = −a·ψₖ: rows are ψ, columns a and d.
                Array.Clear(jacobian);
                jacobian[0] = own[0];
                for (var k = 1; k < n; k++)
                {
                    jacobian[k] = own[k];
                    jacobian[k * n + k] = -own[0];
                }

                var precision = Sum(Product(jacobian, Product(information, Transposed(jacobian, n), n), n), prior);
                for (var i = 0; i < n; i++)
                {
                    step[i] = 0;
                    for (var j = 0; j < n; j++)
                    {
                        step[i] += jacobian[i * n + j] * gradient[j] - prior[i * n + j] * (psi[j] - mean[j]);
                    }
                }

                if (!Cholesky.TryFactor(precision, n))
                {
                    return;
                }

                Cholesky.SolveLower(precision, n, step);
                Cholesky.SolveUpper(precision, n, step);
                var moved = false;
                for (var scale = 1.0; scale > 1e-4; scale /= 2)
                {
                    for (var i = 0; i < n; i++)
                    {
                        trial[i] = psi[i] + scale * step[i];
                    }

                    ToOwn(trial, trialOwn);
                    var next = GradedResponseCalibration.IsItem(trialOwn) ? Value(trial, trialOwn) : double.NaN;
                    if (!(next >= value))
                    {
                        continue;
                    }

                    moved = next - value > 1e-10 * Math.Abs(value);
                    value = next;
                    trial.CopyTo(psi, 0);
                    trialOwn.CopyTo(own, 0);
                    break;
                }

                if (!moved)
                {
                    return;
                }
            }

            double Value(double[] at, double[] atOwn)
            {
                var penalty = 0.0;
                for (var i = 0; i < n; i++)
                {
                    for (var j = 0; j < n; j++)
                    {
                        penalty += (at[i] - mean[i]) * prior[i * n + j] * (at[j] - mean[j]);
                    }
                }

                return GradedResponseCalibration.Value(atOwn, expected) - penalty / 2;
            }
        }

        /// <summary>
        /// The shift of each dimension and what is off for each kind, between what was believed and where their items are; items that nobody
        /// answered say nothing.
        /// </summary>
        private void MoveMeans()
        {
            for (var d = 0; d < _shift.Length; d++)
            {
                double precision = 0,
                    target = 0;
                foreach (var item in _bank.ItemsOf(d))
                {
                    precision = Math.Max(precision, 1 / (_priors[item].SharedDeviation * _priors[item].SharedDeviation));
                }

                foreach (var item in _bank.ItemsOf(d))
                {
                    if (_answered[item] > 0)
                    {
                        var pull = Product(_priors[item].PrecisionOfOwn, Shared(_psi[item].Length));
                        for (var i = 0; i < pull.Length; i++)
                        {
                            target += pull[i] * (_psi[item][i] - _priors[item].Mean[i] - _kindOf[item][i]);
                        }

                        precision += pull.Skip(1).Sum();
                    }
                }

                _shift[d] = precision > 0 ? target / precision : 0;
            }

            foreach (var (items, off) in _kinds)
            {
                var n = off.Length;
                var precision = _priors[items[0]].PrecisionOfKind.ToArray();
                var target = new double[n];
                foreach (var item in items.Where(item => _answered[item] > 0))
                {
                    var left = Enumerable.Range(0, n).Select(i => _psi[item][i] - _priors[item].Mean[i] - ShiftOf(item, i));
                    var pull = Product(_priors[item].PrecisionOfOwn, [.. left]);
                    for (var i = 0; i < n; i++)
                    {
                        target[i] += pull[i];
                    }

                    precision = Sum(precision, _priors[item].PrecisionOfOwn);
                }

                Product(Inverse(precision, n), target).CopyTo(off, 0);
            }
        }

        private double ShiftOf(int item, int parameter) => parameter == 0 ? 0 : _shift[_bank.DimensionOf(item)];

        private void Lay()
        {
            Span<double> widest = stackalloc double[_psi.Max(psi => psi.Length)];
            for (var item = 0; item < _psi.Length; item++)
            {
                ToOwn(_psi[item], _own[item]);
                var n = _psi[item].Length;
                var probabilities = widest[..n];
                for (var g = 0; g < Grid; g++)
                {
                    GradedResponseCalibration.Probabilities(_own[item], QuadratureGrid.Points[g], probabilities);
                    for (var k = 0; k < n; k++)
                    {
                        _table[item][k * Grid + g] = probabilities[k];
                    }
                }
            }
        }

        private static void ToOwn(double[] psi, double[] own)
        {
            own[0] = Math.Exp(psi[0]);
            for (var k = 1; k < psi.Length; k++)
            {
                own[k] = -own[0] * psi[k];
            }
        }

        private static void Multiply(Span<double> density, ReadOnlySpan<double> by)
        {
            for (var g = 0; g < density.Length; g++)
            {
                density[g] *= by[g];
            }
        }

        private static void Normalise(Span<double> density)
        {
            var total = 0.0;
            foreach (var weight in density)
            {
                total += weight;
            }

            for (var g = 0; g < density.Length; g++)
            {
                density[g] /= total;
            }
        }

        private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
        {
            var sum = 0.0;
            for (var g = 0; g < one.Length; g++)
            {
                sum += one[g] * other[g];
            }

            return sum;
        }

        private static double[] Sum(double[] one, double[] other) => [.. one.Zip(other, (a, b) => a + b)];

        private static double[] Product(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int n)
        {
            var product = new double[n * n];
            for (var i = 0; i < n; i++)
            {
                for (var k = 0; k < n; k++)
                {
                    for (var j = 0; j < n; j++)
                    {
                        product[i * n + j] += one[i * n + k] * other[k * n + j];
                    }
                }
            }

            return product;
        }

        private static double[] Product(double[] matrix, double[] vector)
        {
            var n = vector.Length;
            var product = new double[n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    product[i] += matrix[i * n + j] * vector[j];
                }
            }

            return product;
        }

        private static double[] Transposed(ReadOnlySpan<double> matrix, int n)
        {
            var transposed = new double[n * n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    transposed[j * n + i] = matrix[i * n + j];
                }
            }

            return transposed;
        }

        private static double[] Inverse(double[] matrix, int n) =>
            SymmetricInverse.Find(matrix, n) ?? throw new InvalidOperationException("The precisions are not positive definite.");
    }
}
