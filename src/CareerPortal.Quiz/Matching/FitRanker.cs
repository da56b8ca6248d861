using System.Collections.Concurrent;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Orders occupations by how much nearer to them a person is than people in general, and says whether any fits at all.</summary>
/// <remarks>
/// The likelihood Lⱼ of <see cref="AnswerRanker"/> says from which occupation the answers come if they come from one. As an order for anybody it has
/// sinks: an occupation of which little is known, or that asks little out of the ordinary, loses little with anyone and comes first for those whom
/// nothing fits. So Lⱼ is standardised by what it is for people in general, N(0, Σ), who answer the same questions:
/// <c>(Lⱼ − E Lⱼ) / √Var Lⱼ</c>. A dimension that j does not know adds to neither side. The moments of a dimension are exact sums over all ways to
/// answer its questions, at 81 levels; between dimensions covariances are taken to first order, ρ·E(L_q θ_q)·E(L_r θ_r). The same moments for people
/// at N(μⱼ, W) give the typicality.
/// Occupations that stand alone still come first more often than those that share their place with others, and questions are chosen for the person,
/// so that the mean is not quite 0. Half of what would let each come first for as many of <see cref="MostReference"/> drawn people is therefore
/// taken off the order (an inverted softmax in the manner of S. Smith et al. 2017, at half strength).
/// Moments are kept for each set of questions; fitting allocates nothing for an occupation.
/// </remarks>
public sealed class FitRanker
{
    /// <summary>Places in the row of a level: the curve itself, E, Var and E(Lθ) for people in general, E and Var for people of that level.</summary>
    private const int Width = 6;

    /// <summary>Sets of more questions on one dimension than this are not kept: no quiz asks them.</summary>
    private const int MostKept = 3;

    /// <summary>How many people are drawn to see who comes first; fewer where occupations are many.</summary>
    private const int MostReference = 400;

    /// <summary>At most so many pairs of a drawn person and an occupation are looked at.</summary>
    private const int MostPairs = 200_000;

    /// <summary>Distance between two points of the grid.</summary>
    private static readonly double GridStep = QuadratureGrid.Points[1] - QuadratureGrid.Points[0];

    private const int Rounds = 60;
    private const double Pace = 0.1;

    /// <summary>How much of the balance is applied: halfway between the order as it is and equal shares.</summary>
    private const double Strength = 0.5;

    private readonly AnswerRanker _ranker;
    private readonly Lazy<double[]> _balance;
    private readonly SymmetricMatrix _correlations;

    /// <summary>The Cholesky factor of Σ.</summary>
    private readonly double[] _factor;

    private readonly ConcurrentDictionary<(int Dimension, ulong Items), double[]> _kept = new();

    /// <summary>Takes what ranks by answers, and the correlations Σ of its bank's dimensions among people in general.</summary>
    /// <exception cref="ArgumentException">Σ has not as many dimensions as the bank, or is not positive definite.</exception>
    public FitRanker(AnswerRanker ranker, SymmetricMatrix correlations)
    {
        ArgumentNullException.ThrowIfNull(ranker);
        ArgumentNullException.ThrowIfNull(correlations);
        if (correlations.Size != ranker.Bank.Dimensions.Count)
        {
            throw new ArgumentException(
                $"The bank has {ranker.Bank.Dimensions.Count} dimensions, the correlations {correlations.Size}.",
                nameof(correlations)
            );
        }

        _ranker = ranker;
        _correlations = correlations;
        _factor = correlations.Cells.ToArray();
        if (!Cholesky.TryFactor(_factor, correlations.Size))
        {
            throw new ArgumentException("The correlations are not positive definite.", nameof(correlations));
        }

        _balance = new Lazy<double[]>(Balance);
    }

    /// <summary>The best places for a person.</summary>
    /// <param name="answers">In any order; those without a value say nothing.</param>
    /// <param name="top">How many places, at least 0.</param>
    /// <param name="onlyGood">Whether only occupations that fit are placed.</param>
    /// <exception cref="ArgumentException">An answer belongs to no item of the bank.</exception>
    public FitRanking Rank(IReadOnlyList<Answer> answers, int top, bool onlyGood = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var ids = _ranker.Gallery.Ids;
        var fits = new OccupationFit[ids.Count];
        Fit(answers, fits);
        var order = Enumerable.Range(0, fits.Length).Where(j => !onlyGood || fits[j].IsGood).OrderByDescending(j => fits[j].Order).ToList();
        var places = new List<RankedPlace>();
        var placed = new HashSet<int>();
        foreach (var first in order)
        {
            if (places.Count == top)
            {
                break;
            }

            if (placed.Contains(first))
            {
                continue;
            }

            var fit = fits[first];
            var equals = order.Where(j => fits[j].Equals(fit, OccupationFit.Tolerance)).Order().ToList();
            places.Add(new RankedPlace(places.Count + 1, [.. equals.Select(j => ids[j])], fit));
            placed.UnionWith(equals);
        }

        return new FitRanking(places, fits.Count(fit => fit.IsGood));
    }

    /// <summary>Fills how the person stands to each occupation, in the order of the gallery.</summary>
    /// <param name="answers">In any order; those without a value say nothing.</param>
    /// <param name="fits">As many as occupations.</param>
    /// <exception cref="ArgumentException">An answer belongs to no item of the bank, or the shape is wrong.</exception>
    public void Fit(IReadOnlyList<Answer> answers, Span<OccupationFit> fits)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (fits.Length != _ranker.Gallery.Ids.Count)
        {
            throw new ArgumentException($"There are {_ranker.Gallery.Ids.Count} occupations, not {fits.Length}.", nameof(fits));
        }

        var balance = _balance.Value;
        FitAlone(Answered(answers), fits);
        for (var j = 0; j < fits.Length; j++)
        {
            fits[j] = fits[j] with { Order = fits[j].Nearness + balance[j] };
        }
    }

    /// <summary>The fit before anything is taken off the order.</summary>
    private void FitAlone(List<(int Dimension, double[] Rows)> answered, Span<OccupationFit> fits)
    {
        Span<double> row = stackalloc double[Width];
        Span<double> slopes = stackalloc double[answered.Count];
        Span<int> known = stackalloc int[answered.Count];
        Span<double> sums = stackalloc double[Width];
        for (var j = 0; j < fits.Length; j++)
        {
            sums.Clear();
            var count = 0;
            foreach (var (dimension, rows) in answered)
            {
                var place = _ranker.Places(dimension)[j];
                if (place == AnswerRanker.Unknown)
                {
                    continue;
                }

                var low = (int)place;
                var share = place - low;
                for (var k = 0; k < Width; k++)
                {
                    row[k] = rows[low * Width + k] + share * (rows[(low + 1) * Width + k] - rows[low * Width + k]);
                    sums[k] += row[k];
                }

                known[count] = dimension;
                slopes[count++] = row[3];
            }

            fits[j] = FitOf(sums, Variance(sums[2], slopes[..count], known));
        }
    }

    /// <summary>What is added to the order of each occupation so that shares of first places come nearer to each other.</summary>
    private double[] Balance()
    {
        var count = _ranker.Gallery.Ids.Count;
        var people = Math.Clamp(MostPairs / count, 1, MostReference);
        var nearness = new double[people * count];
        var random = new SeededRandom(1);
        var fits = new OccupationFit[count];

        // Everyone is asked the same questions, so that few answers are given again and again.
        var known = new Dictionary<Answer, List<(int Dimension, double[] Rows)>>();
        for (var p = 0; p < people; p++)
        {
            FitAlone([.. Drawn(random).SelectMany(AnsweredOne)], fits);
            for (var j = 0; j < count; j++)
            {
                nearness[p * count + j] = fits[j].Nearness;
            }
        }

        // Where few people stand for many occupations, a share is hardly known: it is drawn to the equal one by this.
        var caution = 4.0 * count / people;
        var balance = new double[count];
        var first = new double[count];
        var order = new double[count];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(first);
            for (var p = 0; p < people; p++)
            {
                for (var j = 0; j < count; j++)
                {
                    order[j] = nearness[p * count + j] + balance[j];
                }

                CountFirst(order, first);
            }

            for (var j = 0; j < count; j++)
            {
                balance[j] -= Pace * Math.Log((first[j] * count / people + caution) / (1 + caution));
            }
        }

        return [.. balance.Select(part => Strength * part)];

        List<(int Dimension, double[] Rows)> AnsweredOne(Answer answer)
        {
            if (!known.TryGetValue(answer, out var rows))
            {
                known.Add(answer, rows = Answered([answer]));
            }

            return rows;
        }
    }

    /// <summary>Gives the first place of one person to whoever takes it, in equal parts to equals.</summary>
    private static void CountFirst(ReadOnlySpan<double> order, double[] first)
    {
        var highest = double.NegativeInfinity;
        foreach (var place in order)
        {
            highest = Math.Max(highest, place);
        }

        var equals = 0;
        foreach (var place in order)
        {
            equals += place >= highest - OccupationFit.Tolerance ? 1 : 0;
        }

        for (var j = 0; j < order.Length; j++)
        {
            first[j] += order[j] >= highest - OccupationFit.Tolerance ? 1.0 / equals : 0;
        }
    }

    /// <summary>The answers of somebody drawn from people in general to one question on each dimension.</summary>
    private List<Answer> Drawn(SeededRandom random)
    {
        var bank = _ranker.Bank;
        var n = bank.Dimensions.Count;
        var levels = new double[n];
        for (var k = 0; k < n; k++)
        {
            var normal = random.NextNormal();
            for (var i = k; i < n; i++)
            {
                levels[i] += _factor[i * n + k] * normal;
            }
        }

        var answers = new List<Answer>(n);
        for (var d = 0; d < n; d++)
        {
            var items = bank.ItemsOf(d);
            if (items.IsEmpty || !_ranker.Knows(d))
            {
                continue;
            }

            var item = bank.Items[items[0]];
            var point = Math.Clamp((int)Math.Round((levels[d] - QuadratureGrid.Points[0]) / GridStep), 0, QuadratureGrid.Size - 1);
            var draw = random.NextDouble();
            var coded = 0;
            while (coded < item.Parameters.Answers - 1 && draw > _ranker.Probabilities(items[0], coded)[point])
            {
                draw -= _ranker.Probabilities(items[0], coded++)[point];
            }

            answers.Add(new Answer(item.Id, item.Coded(coded + 1)));
        }

        return answers;
    }

    private static OccupationFit FitOf(ReadOnlySpan<double> sums, double variance) =>
        variance > 0 && sums[5] > 0
            ? new OccupationFit(sums[0], (sums[0] - sums[1]) / Math.Sqrt(variance), (sums[0] - sums[4]) / Math.Sqrt(sums[5]), 0)
            : new OccupationFit(sums[0], 0, 0, 0);

    /// <summary>Var L among people in general; never less than a tenth of what it would be were the dimensions independent.</summary>
    private double Variance(double independent, ReadOnlySpan<double> slopes, ReadOnlySpan<int> dimensions)
    {
        var variance = independent;
        for (var a = 0; a < slopes.Length; a++)
        {
            var row = _correlations.Row(dimensions[a]);
            for (var b = 0; b < a; b++)
            {
                variance += 2 * row[dimensions[b]] * slopes[a] * slopes[b];
            }
        }

        return Math.Max(variance, 0.1 * independent);
    }

    /// <summary>For each dimension that was answered, the person's curve and the moments of its questions, level by level.</summary>
    private List<(int Dimension, double[] Rows)> Answered(IReadOnlyList<Answer> answers)
    {
        var bank = _ranker.Bank;
        var answered = new List<(int, double[])>();
        Span<double> curve = stackalloc double[AnswerRanker.CurveLength];
        for (var q = 0; q < bank.Dimensions.Count; q++)
        {
            if (!_ranker.Knows(q) || !_ranker.Curve(answers, q, curve))
            {
                continue;
            }

            var rows = (double[])Moments(q, answers).Clone();
            for (var level = 0; level < AnswerRanker.Levels; level++)
            {
                rows[level * Width] = curve[level];
            }

            answered.Add((q, rows));
        }

        return answered;
    }

    private double[] Moments(int dimension, IReadOnlyList<Answer> answers)
    {
        var bank = _ranker.Bank;
        var own = bank.ItemsOf(dimension).ToArray();
        var items = answers
            .Where(answer => answer.Value is not null)
            .Select(answer => Array.IndexOf(own, bank.IndexOf(answer.ItemId)))
            .Where(at => at is >= 0 and < 64)
            .Order()
            .ToArray();
        var key = items.Aggregate(0UL, (set, at) => set | 1UL << at);
        return items.Length > MostKept
            ? Compute([.. items.Select(at => own[at])])
            : _kept.GetOrAdd((dimension, key), _ => Compute([.. items.Select(at => own[at])]));
    }

    /// <summary>The moments over every way to answer these items of one dimension.</summary>
    private double[] Compute(int[] items)
    {
        var rows = new double[AnswerRanker.Levels * Width];
        Span<double> likelihood = stackalloc double[QuadratureGrid.Size];
        Span<double> curve = stackalloc double[AnswerRanker.CurveLength];
        Span<double> atLevel = stackalloc double[AnswerRanker.Levels];
        var given = new int[items.Length];
        do
        {
            likelihood.Fill(1);
            for (var k = 0; k < items.Length; k++)
            {
                var probabilities = _ranker.Probabilities(items[k], given[k]);
                for (var g = 0; g < likelihood.Length; g++)
                {
                    likelihood[g] *= probabilities[g];
                }
            }

            double people = 0,
                lean = 0;
            for (var g = 0; g < likelihood.Length; g++)
            {
                people += likelihood[g] * QuadratureGrid.Weights[g];
                lean += likelihood[g] * QuadratureGrid.Weights[g] * QuadratureGrid.Points[g];
            }

            _ranker.Curve(likelihood, curve, atLevel);
            for (var level = 0; level < AnswerRanker.Levels; level++)
            {
                var row = rows.AsSpan(level * Width, Width);
                row[1] += people * curve[level];
                row[2] += people * curve[level] * curve[level];
                row[3] += lean * curve[level];
                row[4] += atLevel[level] * curve[level];
                row[5] += atLevel[level] * curve[level] * curve[level];
            }
        } while (Next(given, items));

        for (var level = 0; level < AnswerRanker.Levels; level++)
        {
            var row = rows.AsSpan(level * Width, Width);
            row[2] = Math.Max(0, row[2] - row[1] * row[1]);
            row[5] = Math.Max(0, row[5] - row[4] * row[4]);
        }

        return rows;
    }

    /// <summary>Counts through all coded answers, from 0; false when all have been.</summary>
    private bool Next(int[] given, int[] items)
    {
        for (var k = 0; k < given.Length; k++)
        {
            if (++given[k] < _ranker.Bank.Items[items[k]].Parameters.Answers)
            {
                return true;
            }

            given[k] = 0;
        }

        return false;
    }
}
