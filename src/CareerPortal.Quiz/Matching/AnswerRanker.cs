using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Ranks occupations directly by how likely they make a person's answers.</summary>
/// <remarks>
/// Lⱼ = Σ_q ln ∫ Π_{i∈q} P(xᵢ | θ)·N(θ; μ_jq, W_qq) dθ over the qualities that were answered and that j knows, relative to the same under the
/// population N(0, 1).
/// It is the likelihood of <see cref="OccupationRanker"/> without the detour over a normal profile: with one or two answers a quality the prior that
/// draws a profile
/// towards the average would otherwise be held against every occupation that is not average. The integral is tabulated on 81 levels from −4 to 4 and
/// interpolated.
/// </remarks>
public sealed class AnswerRanker
{
    /// <summary>Number of levels of an occupation at which the likelihood is tabulated.</summary>
    internal const int Levels = 81;

    /// <summary>Distance between two levels (z).</summary>
    internal const double Step = 0.1;

    /// <summary>Standard deviation of people around their occupation's level (z) when nothing else is said.</summary>
    public const double DefaultDeviation = 0.3;

    /// <summary>The place of an occupation that does not know a dimension: the level after the last, where every curve is 0.</summary>
    internal const float Unknown = Levels;

    /// <summary>The levels, and the two numbers that an unknown dimension reads.</summary>
    internal const int CurveLength = Levels + 2;

    private readonly double[][] _tables;
    private readonly double[] _kernel;
    private readonly int[] _galleryDimension;
    private readonly float[] _places;

    /// <summary>
    /// Takes the occupations, whose dimensions are matched to the bank's by name, and how far people lie from their occupation (z).
    /// </summary>
    public AnswerRanker(OccupationGallery gallery, ItemBank bank, double deviation = DefaultDeviation)
    {
        ArgumentNullException.ThrowIfNull(gallery);
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        Gallery = gallery;
        Bank = bank;
        Deviation = deviation;
        _tables = [.. bank.Items.Select(AnswerTables.Of)];
        _kernel = Kernel(deviation);
        _galleryDimension = [.. bank.Dimensions.Select(dimension => Place(gallery, dimension))];
        _places = new float[bank.Dimensions.Count * gallery.Ids.Count];
        for (var q = 0; q < bank.Dimensions.Count; q++)
        {
            for (var j = 0; j < gallery.Ids.Count; j++)
            {
                var value = _galleryDimension[q] < 0 ? double.NaN : gallery.Value(j, _galleryDimension[q]);
                _places[q * gallery.Ids.Count + j] = double.IsNaN(value) ? Unknown : (float)Math.Clamp((value + 4) / Step, 0, Levels - 1.001);
            }
        }
    }

    /// <summary>The occupations.</summary>
    public OccupationGallery Gallery { get; }

    /// <summary>The items.</summary>
    public ItemBank Bank { get; }

    /// <summary>Standard deviation of people around their occupation's level (z).</summary>
    public double Deviation { get; }

    /// <summary>Fills one log-likelihood ratio per occupation, in the order of the gallery.</summary>
    /// <param name="answers">In any order; those without a value say nothing.</param>
    /// <param name="scores">As many numbers as occupations (natural logarithm).</param>
    /// <exception cref="ArgumentException">An answer belongs to no item of the bank.</exception>
    public void Score(IReadOnlyList<Answer> answers, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(answers);
        scores.Clear();
        Span<double> curve = stackalloc double[CurveLength];
        for (var q = 0; q < Bank.Dimensions.Count; q++)
        {
            if (_galleryDimension[q] < 0 || !Curve(answers, q, curve))
            {
                continue;
            }

            var places = Places(q);
            var sums = scores[..places.Length];
            for (var j = 0; j < sums.Length; j++)
            {
                sums[j] += At(curve, places[j]);
            }
        }
    }

    /// <summary>The <paramref name="top"/> best occupations, best first, with their share of the posterior.</summary>
    public IReadOnlyList<RankedOccupation> Rank(IReadOnlyList<Answer> answers, int top)
    {
        var scores = new double[Gallery.Ids.Count];
        Score(answers, scores);
        return OccupationRanker.Best(Gallery, scores, top);
    }

    /// <summary>
    /// What brings one occupation up or down: each answered dimension's part of Lⱼ minus its mean over all occupations (0 for those that do not
    /// know it); strongest first.
    /// </summary>
    /// <exception cref="ArgumentException">The gallery has no such occupation.</exception>
    public IReadOnlyList<RankingReason> Explain(IReadOnlyList<Answer> answers, string occupationId) => Explain(answers, [occupationId])[0];

    /// <summary>The same for several occupations, in their order.</summary>
    /// <exception cref="ArgumentException">The gallery has no such occupation.</exception>
    public IReadOnlyList<IReadOnlyList<RankingReason>> Explain(IReadOnlyList<Answer> answers, IReadOnlyList<string> occupationIds)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(occupationIds);
        int[] occupations = [.. occupationIds.Select(Gallery.IndexOf)];
        if (Array.IndexOf(occupations, -1) is >= 0 and var missing)
        {
            throw new ArgumentException($"'{occupationIds[missing]}' is not in the gallery.", nameof(occupationIds));
        }

        var reasons = occupations.Select(_ => new List<RankingReason>()).ToList();
        Span<double> curve = stackalloc double[CurveLength];
        for (var q = 0; q < Bank.Dimensions.Count; q++)
        {
            if (_galleryDimension[q] < 0 || !Curve(answers, q, curve))
            {
                continue;
            }

            var places = Places(q);
            var sum = 0.0;
            foreach (var place in places)
            {
                sum += At(curve, place);
            }

            var best = 0;
            for (var level = 1; level < Levels; level++)
            {
                best = curve[level] > curve[best] ? level : best;
            }

            var dimension = q;
            Answer[] own = [.. answers.Where(answer => Bank.DimensionOf(Bank.IndexOf(answer.ItemId)) == dimension)];
            for (var at = 0; at < occupations.Length; at++)
            {
                if (places[occupations[at]] == Unknown)
                {
                    continue;
                }

                reasons[at]
                    .Add(
                        RankingReason.From(
                            own,
                            Bank,
                            Bank.Dimensions[q],
                            At(curve, places[occupations[at]]) - sum / places.Length,
                            best * Step - 4,
                            Gallery.Value(occupations[at], _galleryDimension[q])
                        )
                    );
            }
        }

        return [.. reasons.Select(own => own.OrderByDescending(reason => Math.Abs(reason.Effect)).ToList())];
    }

    /// <summary>Whether the gallery knows the bank's dimension.</summary>
    internal bool Knows(int dimension) => _galleryDimension[dimension] >= 0;

    /// <summary>Where each occupation lies among the levels of a dimension of the bank; <see cref="Unknown"/> where it does not know it.</summary>
    internal ReadOnlySpan<float> Places(int dimension) => _places.AsSpan(dimension * Gallery.Ids.Count, Gallery.Ids.Count);

    /// <summary>The probability of each answer to an item by someone whose occupation lies at each level: answers × levels, row by row.</summary>
    internal double[] AnswerTable(int item)
    {
        var table = _tables[item];
        var answers = table.Length / QuadratureGrid.Size;
        var result = new double[answers * Levels];
        for (var k = 0; k < answers; k++)
        {
            for (var level = 0; level < Levels; level++)
            {
                var sum = 0.0;
                for (var g = 0; g < QuadratureGrid.Size; g++)
                {
                    sum += _kernel[level * QuadratureGrid.Size + g] * table[k * QuadratureGrid.Size + g];
                }

                result[k * Levels + level] = sum;
            }
        }

        return result;
    }

    /// <summary>
    /// The logarithm, at each level, of how much likelier the answers to a dimension of the bank are from people of that level than from people in
    /// general; false where it was not answered.
    /// </summary>
    internal bool Curve(IReadOnlyList<Answer> answers, int dimension, Span<double> curve)
    {
        Span<double> likelihood = stackalloc double[QuadratureGrid.Size];
        likelihood.Fill(1);
        var any = false;
        for (var at = 0; at < answers.Count; at++)
        {
            var item = Bank.IndexOf(answers[at].ItemId);
            if (item < 0)
            {
                throw new ArgumentException($"'{answers[at].ItemId}' is not an item of this bank.", nameof(answers));
            }

            if (Bank.DimensionOf(item) != dimension || answers[at].Value is not { } value)
            {
                continue;
            }

            any = true;
            var row = Probabilities(item, Bank.Items[item].Coded(value) - 1);
            for (var g = 0; g < likelihood.Length; g++)
            {
                likelihood[g] *= row[g];
            }
        }

        if (any)
        {
            Span<double> atLevel = stackalloc double[Levels];
            Curve(likelihood, curve, atLevel);
        }

        return any;
    }

    /// <summary>The same from the probability of the answers at each point of the grid; and their probability at each level.</summary>
    internal void Curve(ReadOnlySpan<double> likelihood, Span<double> curve, Span<double> atLevel)
    {
        var population = 0.0;
        for (var g = 0; g < likelihood.Length; g++)
        {
            population += likelihood[g] * QuadratureGrid.Weights[g];
        }

        for (var level = 0; level < Levels; level++)
        {
            var sum = 0.0;
            for (var g = 0; g < likelihood.Length; g++)
            {
                sum += _kernel[level * QuadratureGrid.Size + g] * likelihood[g];
            }

            atLevel[level] = sum;
            curve[level] = Math.Log(Math.Max(1e-300, sum) / population);
        }

        curve[Levels] = curve[Levels + 1] = 0;
    }

    /// <summary>The probability of a coded answer, from 0, at each point of the grid.</summary>
    internal ReadOnlySpan<double> Probabilities(int item, int coded) => _tables[item].AsSpan(coded * QuadratureGrid.Size, QuadratureGrid.Size);

    private static double At(ReadOnlySpan<double> curve, float place)
    {
        var low = (int)place;
        var share = place - low;
        return curve[low] + share * (curve[low + 1] - curve[low]);
    }

    private static int Place(OccupationGallery gallery, string dimension)
    {
        for (var d = 0; d < gallery.Dimensions.Count; d++)
        {
            if (gallery.Dimensions[d] == dimension)
            {
                return d;
            }
        }

        return -1;
    }

    /// <summary>
    /// Levels × grid: the weights of N(θ; level, W) on the grid, each row summing to 1; never narrower than 0.15, which the grid can carry.
    /// </summary>
    private static double[] Kernel(double deviation)
    {
        var kernel = new double[Levels * QuadratureGrid.Size];
        var spread = Math.Max(deviation, 0.15);
        for (var level = 0; level < Levels; level++)
        {
            var row = kernel.AsSpan(level * QuadratureGrid.Size, QuadratureGrid.Size);
            var total = 0.0;
            for (var g = 0; g < row.Length; g++)
            {
                total += row[g] = Gaussian.Density((QuadratureGrid.Points[g] - (level * Step - 4)) / spread);
            }

            foreach (ref var weight in row)
            {
                weight /= total;
            }
        }

        return kernel;
    }
}
