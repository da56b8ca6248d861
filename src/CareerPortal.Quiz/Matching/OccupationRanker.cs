using System.Numerics;
using System.Runtime.InteropServices;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Ranks many occupations for one person by Gaussian likelihood.</summary>
/// <remarks>
/// Lⱼ = −½(m−μⱼ)ᵀ(V+W)⁻¹(m−μⱼ) − ½ln|V+W| over the dimensions known for j, W being how far people (or repeated surveys) of one occupation lie apart.
/// Where occupations know different dimensions, the same quantity under no occupation in particular, N(0, V+W+I), is subtracted; otherwise an
/// occupation
/// described by few dimensions could not be compared with one described by many. In a complete gallery nothing is subtracted.
/// With a map people of j lie at N(Bμⱼ + c, W). A dimension that j does not know is then drawn as it is among the occupations that know it: it
/// adds its variance, through B, to W, and all occupations are compared on all dimensions.
/// Each lane of a vector is one occupation and sums in the same order on every machine. Scoring allocates nothing.
/// </remarks>
public sealed class OccupationRanker
{
    /// <summary>The most dimensions a gallery may have.</summary>
    public const int MaximumDimensions = 64;

    /// <summary>W when nothing was learned: each dimension on its own with this variance.</summary>
    public const double DefaultWithin = 0.25;

    /// <summary>At most so many occupations stand for their people when hubs are looked for.</summary>
    private const int MostProxies = 1000;

    private readonly double[] _within;

    /// <summary>Occupations as people of them are expected; a block for each set of known dimensions.</summary>
    private readonly IReadOnlyList<(OccupationGallery.Block Block, double[]? Unknown)> _blocks;

    /// <summary>What each occupation loses for sitting near everyone; null for nothing.</summary>
    private readonly double[]? _hubs;

    /// <summary>Takes a gallery and W on the gallery's standardised scale (n × n); without it 0.25 on the diagonal.</summary>
    public OccupationRanker(OccupationGallery gallery, SymmetricMatrix? within = null)
        : this(
            gallery ?? throw new ArgumentNullException(nameof(gallery)),
            WithinMap.Identity(within ?? SymmetricMatrix.Create(gallery.Dimensions.Count, (i, j) => i == j ? DefaultWithin : 0))
        ) { }

    /// <summary>Takes a gallery, and where people of its occupations lie, on the gallery's standardised scale.</summary>
    /// <exception cref="ArgumentException">The map has not as many dimensions as the gallery.</exception>
    public OccupationRanker(OccupationGallery gallery, WithinMap map)
    {
        ArgumentNullException.ThrowIfNull(gallery);
        ArgumentNullException.ThrowIfNull(map);
        var n = gallery.Dimensions.Count;
        if (map.Within.Size != n)
        {
            throw new ArgumentException($"The gallery has {n} dimensions, W {map.Within.Size}.", nameof(map));
        }

        Gallery = gallery;
        Map = map;
        _within = Within.Cells.ToArray();
        _blocks = map.IsIdentity ? [.. gallery.Blocks.Select(block => (block, (double[]?)null))] : [.. gallery.Blocks.Select(Expected)];
        _hubs = map.Hubs.Strength > 0 ? [.. HubMeans(map.Hubs.Neighbours).Select(mean => map.Hubs.Strength * mean)] : null;
    }

    /// <summary>The occupations.</summary>
    public OccupationGallery Gallery { get; }

    /// <summary>Where people of an occupation lie.</summary>
    public WithinMap Map { get; }

    /// <summary>W.</summary>
    public SymmetricMatrix Within => Map.Within;

    /// <summary>Fills one log-likelihood per occupation, in the order of the gallery's identifiers.</summary>
    /// <param name="mean">m: n numbers on the gallery's scale.</param>
    /// <param name="covariance">V: n × n numbers row by row; empty for a person known exactly.</param>
    /// <param name="scores">One number per occupation.</param>
    /// <exception cref="ArgumentException">A shape is wrong, or V + W is not positive definite.</exception>
    public void Score(ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance, Span<double> scores)
    {
        ScoreAlone(mean, covariance, scores);
        if (_hubs is null)
        {
            return;
        }

        // The less is known of a person, the flatter the scores, and the less of them is owed to hubs.
        var n = Gallery.Dimensions.Count;
        var certainty = 0.0;
        for (var i = 0; i < n; i++)
        {
            certainty += _within[i * n + i] / (_within[i * n + i] + (covariance.IsEmpty ? 0 : covariance[i * n + i])) / n;
        }

        for (var j = 0; j < scores.Length; j++)
        {
            scores[j] -= certainty * _hubs[j];
        }
    }

    /// <summary>The likelihoods before anything is taken off hubs.</summary>
    private void ScoreAlone(ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance, Span<double> scores)
    {
        const int lanes = OccupationGallery.Block.Lanes;
        var n = Gallery.Dimensions.Count;
        if (mean.Length != n || (covariance.Length != 0 && covariance.Length != n * n) || scores.Length != Gallery.Ids.Count)
        {
            throw new ArgumentException($"A person has {n} means and {n * n} covariances; there are {Gallery.Ids.Count} scores.");
        }

        Span<double> factor = stackalloc double[n * n];
        Span<double> work = stackalloc double[n * lanes];
        Span<double> sums = stackalloc double[lanes];
        Span<double> person = stackalloc double[n];
        for (var at = 0; at < _blocks.Count; at++)
        {
            var (block, unknown) = _blocks[at];
            var k = block.Dimensions.Length;
            var part = factor[..(k * k)];
            Fill(part, block.Dimensions, covariance, 0);
            for (var i = 0; i < part.Length && unknown is not null; i++)
            {
                part[i] += unknown[i];
            }

            for (var i = 0; i < k; i++)
            {
                person[i] = mean[block.Dimensions[i]];
            }

            if (!Cholesky.TryFactor(part, k))
            {
                throw new ArgumentException("V + W is not positive definite.", nameof(covariance));
            }

            var constant = -0.5 * Cholesky.LogDeterminant(part, k);
            if (!Gallery.IsComplete && Map.IsIdentity)
            {
                constant -= Background(block.Dimensions, mean, covariance);
            }

            // The rows of L are divided by their diagonal beforehand: no division is left in the loop over occupations.
            for (var i = 0; i < k; i++)
            {
                part[i * k + i] = 1 / part[i * k + i];
            }

            var isDiagonal = IsDiagonal(part, k);
            for (var i = 1; i < k && !isDiagonal; i++)
            {
                foreach (ref var cell in part.Slice(i * k, i))
                {
                    cell = -cell;
                }
            }

            for (var start = 0; start < block.Members.Length; start += lanes)
            {
                if (isDiagonal)
                {
                    DiagonalDistances(part, k, person, block.Tile(start), sums);
                }
                else
                {
                    Distances(part, k, person, block.Tile(start), work, sums);
                }

                var members = block.Members.AsSpan(start, Math.Min(lanes, block.Members.Length - start));
                for (var lane = 0; lane < members.Length; lane++)
                {
                    scores[members[lane]] = constant - 0.5 * sums[lane];
                }
            }
        }
    }

    /// <summary>
    /// Takes a profile onto the gallery's dimensions by name, as what the answers alone say: m₀/(1 − SE²) with variance SE²/(1 − SE²).
    /// </summary>
    /// <remarks>
    /// A profile is already drawn towards the average by its prior; compared as it is, the prior would count against every occupation that is not
    /// average.
    /// A dimension without an answer gets a variance of 10⁴, which says nothing. Levels of people and of occupations are both z scores.
    /// </remarks>
    /// <param name="profile">The person.</param>
    /// <param name="mean">Receives n means.</param>
    /// <param name="covariance">Receives n × n covariances.</param>
    public void Take(Profile profile, Span<double> mean, Span<double> covariance)
    {
        ArgumentNullException.ThrowIfNull(profile);
        covariance.Clear();
        for (var i = 0; i < mean.Length; i++)
        {
            var place = profile.IndexOf(Gallery.Dimensions[i]);
            var variance = place < 0 ? 1 : profile.Estimates[place].StandardError * profile.Estimates[place].StandardError;
            var isKnown = variance < 0.999;
            mean[i] = isKnown ? profile.Estimates[place].Mean / (1 - variance) : 0;
            covariance[i * mean.Length + i] = isKnown ? variance / (1 - variance) : 1e4;
        }
    }

    /// <summary>The <paramref name="top"/> best occupations for a profile, best first.</summary>
    public IReadOnlyList<RankedOccupation> Rank(Profile profile, int top)
    {
        var n = Gallery.Dimensions.Count;
        var mean = new double[n];
        var covariance = new double[n * n];
        Take(profile, mean, covariance);
        return Rank(mean, covariance, top);
    }

    /// <summary>What brings one occupation up or down for a profile, strongest first.</summary>
    /// <exception cref="ArgumentException">The gallery has no such occupation.</exception>
    public IReadOnlyList<RankingReason> Explain(Profile profile, string occupationId)
    {
        var n = Gallery.Dimensions.Count;
        var mean = new double[n];
        var covariance = new double[n * n];
        Take(profile, mean, covariance);
        var at = Gallery.IndexOf(occupationId);
        return at >= 0
            ? Explain(mean, covariance, at)
            : throw new ArgumentException($"'{occupationId}' is not in the gallery.", nameof(occupationId));
    }

    /// <summary>
    /// The <paramref name="top"/> best occupations, best first, with their share of the posterior; equal scores in the gallery's order.
    /// </summary>
    public IReadOnlyList<RankedOccupation> Rank(ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance, int top)
    {
        var scores = new double[Gallery.Ids.Count];
        Score(mean, covariance, scores);
        return Best(Gallery, scores, top);
    }

    /// <summary>The places of the <paramref name="top"/> highest scores, best first; equal scores in their order.</summary>
    /// <param name="scores">One per occupation; higher is better, NaN is left out.</param>
    /// <param name="top">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is below 0.</exception>
    public static int[] Best(ReadOnlySpan<double> scores, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var kept = new int[Math.Min(top, scores.Length)];
        return kept[..Highest.Places(scores, kept)];
    }

    /// <summary>The place of one occupation, from 1; those of equal score share their places, each at the middle of them.</summary>
    /// <param name="scores">One per occupation; higher is better.</param>
    /// <param name="occupation">Its place among the scores.</param>
    public static double RankOf(ReadOnlySpan<double> scores, int occupation)
    {
        int above = 0,
            equal = 0;
        foreach (var score in scores)
        {
            above += score > scores[occupation] ? 1 : 0;
            equal += score.Equals(scores[occupation]) ? 1 : 0;
        }

        return above + (equal + 1) / 2.0;
    }

    /// <summary>The <paramref name="top"/> best of a gallery by their log-likelihoods, with their share of the posterior.</summary>
    internal static IReadOnlyList<RankedOccupation> Best(OccupationGallery gallery, ReadOnlySpan<double> scores, int top)
    {
        var probabilities = new double[scores.Length];
        Posterior(scores, probabilities);
        var best = Best(scores, top);
        var ranked = new RankedOccupation[best.Length];
        for (var place = 0; place < best.Length; place++)
        {
            ranked[place] = new RankedOccupation(gallery.Ids[best[place]], scores[best[place]], probabilities[best[place]]);
        }

        return ranked;
    }

    /// <summary>Turns log-likelihoods into probabilities that sum to 1 (softmax, every occupation as likely beforehand).</summary>
    public static void Posterior(ReadOnlySpan<double> scores, Span<double> probabilities)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }

        var total = 0.0;
        for (var j = 0; j < scores.Length; j++)
        {
            total += probabilities[j] = Math.Exp(scores[j] - highest);
        }

        for (var j = 0; j < scores.Length; j++)
        {
            probabilities[j] /= total;
        }
    }

    /// <summary>
    /// What brings one occupation up or down: per known dimension its part of Lⱼ minus the same part averaged over the occupations that know it.
    /// In a complete gallery the parts sum to Lⱼ minus the mean L of all occupations, the correction of hubs apart.
    /// </summary>
    /// <param name="mean">m: n numbers on the gallery's scale.</param>
    /// <param name="covariance">V: n × n numbers row by row; empty for a person known exactly.</param>
    /// <param name="occupation">Its place in the gallery.</param>
    /// <exception cref="ArgumentException">V + W is not positive definite.</exception>
    public IReadOnlyList<RankingReason> Explain(ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance, int occupation)
    {
        var block = Gallery.BlockOf(occupation);
        var k = block.Dimensions.Length;
        var factor = new double[k * k];
        Fill(factor, block.Dimensions, covariance, 0);
        var expected = new double[Gallery.Dimensions.Count];
        if (!Cholesky.TryFactor(factor, k))
        {
            throw new ArgumentException("V + W is not positive definite.", nameof(covariance));
        }

        var average = new double[k];
        var own = new double[k];
        var members = 0;
        var gap = new double[k];
        var pulled = new double[k];
        for (var j = 0; j < Gallery.Ids.Count; j++)
        {
            if (block.Dimensions.Any(d => double.IsNaN(Gallery.Value(j, d))))
            {
                continue;
            }

            Expect(j, expected);
            for (var i = 0; i < k; i++)
            {
                gap[i] = mean[block.Dimensions[i]] - expected[block.Dimensions[i]];
            }

            gap.CopyTo(pulled, 0);
            Cholesky.SolveLower(factor, k, pulled);
            Cholesky.SolveUpper(factor, k, pulled);
            members++;
            for (var i = 0; i < k; i++)
            {
                average[i] += -0.5 * gap[i] * pulled[i];
                if (j == occupation)
                {
                    own[i] = -0.5 * gap[i] * pulled[i];
                }
            }
        }

        var reasons = new List<RankingReason>(k);
        for (var i = 0; i < k; i++)
        {
            var dimension = block.Dimensions[i];
            reasons.Add(
                new RankingReason(Gallery.Dimensions[dimension], own[i] - average[i] / members, mean[dimension], Gallery.Value(occupation, dimension))
            );
        }

        return [.. reasons.OrderByDescending(reason => Math.Abs(reason.Effect))];
    }

    /// <summary>
    /// The occupations of a block as their people are expected, on all dimensions; and, where the block does not know some, what that adds to W.
    /// </summary>
    private (OccupationGallery.Block Block, double[]? Unknown) Expected(OccupationGallery.Block block)
    {
        var n = Gallery.Dimensions.Count;
        var all = new OccupationGallery.Block(block.Members, [.. Enumerable.Range(0, n)]);
        var expected = new double[n];
        for (var member = 0; member < block.Members.Length; member++)
        {
            Expect(block.Members[member], expected);
            for (var d = 0; d < n; d++)
            {
                all[d, member] = expected[d];
            }
        }

        if (block.Dimensions.Length == n)
        {
            return (all, null);
        }

        var unknown = new double[n * n];
        foreach (var d in Enumerable.Range(0, n).Except(block.Dimensions))
        {
            var variance = Gallery.Spread(d).Variance;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    unknown[i * n + j] += Map.Slope[i * n + d] * variance * Map.Slope[j * n + d];
                }
            }
        }

        return (all, unknown);
    }

    /// <summary>Where people of an occupation are expected; what it does not know stands where it does among the others.</summary>
    private void Expect(int occupation, Span<double> expected)
    {
        Span<double> point = stackalloc double[expected.Length];
        for (var d = 0; d < point.Length; d++)
        {
            var value = Gallery.Value(occupation, d);
            point[d] = double.IsNaN(value) ? Gallery.Spread(d).Mean : value;
        }

        Map.Expect(point, expected);
    }

    /// <summary>For each occupation the mean of its best scores for others, each of which stands for its own people; no correction taken off.</summary>
    /// <param name="neighbours">How many, at least 1.</param>
    internal double[] HubMeans(int neighbours)
    {
        var step = (Gallery.Ids.Count + MostProxies - 1) / MostProxies;
        var person = new double[Gallery.Dimensions.Count];
        var scores = new double[Gallery.Ids.Count];
        var best = new PriorityQueue<double, double>[Gallery.Ids.Count];
        for (var j = 0; j < best.Length; j++)
        {
            best[j] = new PriorityQueue<double, double>(neighbours + 1);
        }

        for (var other = 0; other < best.Length; other += step)
        {
            Expect(other, person);
            ScoreAlone(person, [], scores);
            for (var j = 0; j < best.Length; j++)
            {
                if (j == other)
                {
                    continue;
                }

                if (best[j].Count < neighbours)
                {
                    best[j].Enqueue(scores[j], scores[j]);
                }
                else if (scores[j] > best[j].Peek())
                {
                    best[j].EnqueueDequeue(scores[j], scores[j]);
                }
            }
        }

        return [.. best.Select(Mean)];

        // From the smallest, so that equal neighbours give equal means in whatever order they came.
        static double Mean(PriorityQueue<double, double> best)
        {
            var sum = 0.0;
            var count = best.Count;
            while (best.TryDequeue(out var score, out _))
            {
                sum += score;
            }

            return count == 0 ? 0 : sum / count;
        }
    }

    private void Fill(Span<double> part, int[] dimensions, ReadOnlySpan<double> covariance, double extra)
    {
        var n = Gallery.Dimensions.Count;
        var k = dimensions.Length;
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                var at = dimensions[i] * n + dimensions[j];
                part[i * k + j] = _within[at] + (covariance.IsEmpty ? 0 : covariance[at]) + (i == j ? extra : 0);
            }
        }
    }

    private double Background(int[] dimensions, ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance)
    {
        var k = dimensions.Length;
        Span<double> factor = stackalloc double[k * k];
        Span<double> gap = stackalloc double[k];
        Fill(factor, dimensions, covariance, 1);
        for (var i = 0; i < k; i++)
        {
            gap[i] = mean[dimensions[i]];
        }

        if (!Cholesky.TryFactor(factor, k))
        {
            throw new ArgumentException("V + W is not positive definite.", nameof(covariance));
        }

        Cholesky.SolveLower(factor, k, gap);
        var distance = 0.0;
        foreach (var part in gap)
        {
            distance += part * part;
        }

        return -0.5 * distance - 0.5 * Cholesky.LogDeterminant(factor, k);
    }

    private static bool IsDiagonal(ReadOnlySpan<double> factor, int k)
    {
        for (var i = 1; i < k; i++)
        {
            if (factor.Slice(i * k, i).ContainsAnyExcept(0.0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same sums as <see cref="Distances"/>, bit for bit, where V + W has nothing off its diagonal.</summary>
    private static void DiagonalDistances(
        ReadOnlySpan<double> factor,
        int k,
        ReadOnlySpan<double> person,
        ReadOnlySpan<double> tile,
        Span<double> sums
    )
    {
        const int lanes = OccupationGallery.Block.Lanes;
        for (var lane = 0; lane < lanes; lane += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var i = 0; i < k; i++)
            {
                var y = (new Vector<double>(person[i]) - new Vector<double>(tile[(i * lanes + lane)..])) * new Vector<double>(factor[i * k + i]);
                sum += y * y;
            }

            sum.CopyTo(sums[lane..]);
        }
    }

    /// <summary>Solves L y = m − μ for 16 occupations side by side and adds up y². Off the diagonal the factor holds −L, on it 1/L.</summary>
    /// <remarks>Multiplications and additions are fused, which rounds once on every machine; each lane sums in the order of the dimensions, whatever
    /// the width.</remarks>
    private static void Distances(
        ReadOnlySpan<double> factor,
        int k,
        ReadOnlySpan<double> person,
        ReadOnlySpan<double> tile,
        Span<double> work,
        Span<double> sums
    )
    {
        if (Vector<double>.Count == 4)
        {
            FourVectors(
                factor,
                k,
                person,
                MemoryMarshal.Cast<double, Vector<double>>(tile),
                MemoryMarshal.Cast<double, Vector<double>>(work),
                MemoryMarshal.Cast<double, Vector<double>>(sums)
            );
        }
        else
        {
            OneVector(factor, k, person, tile, work, sums);
        }
    }

    /// <summary>Two dimensions at a time, so that what was solved before is loaded once for both.</summary>
    private static void FourVectors(
        ReadOnlySpan<double> factor,
        int k,
        ReadOnlySpan<double> person,
        ReadOnlySpan<Vector<double>> tile,
        Span<Vector<double>> work,
        Span<Vector<double>> sums
    )
    {
        Vector<double> s0 = default,
            s1 = default,
            s2 = default,
            s3 = default;
        for (var i = 0; i < k; i += 2)
        {
            var isPair = i + 1 < k;
            var next = isPair ? i + 1 : i;
            var value = new Vector<double>(person[i]);
            var cells = tile.Slice(4 * i, 4);
            var a0 = value - cells[0];
            var a1 = value - cells[1];
            var a2 = value - cells[2];
            var a3 = value - cells[3];
            value = new Vector<double>(person[next]);
            cells = tile.Slice(4 * next, 4);
            var b0 = value - cells[0];
            var b1 = value - cells[1];
            var b2 = value - cells[2];
            var b3 = value - cells[3];
            var row = factor.Slice(i * k, i + 1);
            var nextRow = factor.Slice(next * k, next + 1)[..row.Length];
            for (var j = 0; j < row.Length - 1; j++)
            {
                var y = work.Slice(4 * j, 4);
                var l = new Vector<double>(row[j]);
                var m = new Vector<double>(nextRow[j]);
                a0 = Vector.FusedMultiplyAdd(l, y[0], a0);
                a1 = Vector.FusedMultiplyAdd(l, y[1], a1);
                a2 = Vector.FusedMultiplyAdd(l, y[2], a2);
                a3 = Vector.FusedMultiplyAdd(l, y[3], a3);
                b0 = Vector.FusedMultiplyAdd(m, y[0], b0);
                b1 = Vector.FusedMultiplyAdd(m, y[1], b1);
                b2 = Vector.FusedMultiplyAdd(m, y[2], b2);
                b3 = Vector.FusedMultiplyAdd(m, y[3], b3);
            }

            var inverse = new Vector<double>(row[^1]);
            a0 *= inverse;
            a1 *= inverse;
            a2 *= inverse;
            a3 *= inverse;
            s0 += a0 * a0;
            s1 += a1 * a1;
            s2 += a2 * a2;
            s3 += a3 * a3;
            if (!isPair)
            {
                break;
            }

            var last = new Vector<double>(nextRow[^1]);
            inverse = new Vector<double>(factor[next * k + next]);
            b0 = Vector.FusedMultiplyAdd(last, a0, b0) * inverse;
            b1 = Vector.FusedMultiplyAdd(last, a1, b1) * inverse;
            b2 = Vector.FusedMultiplyAdd(last, a2, b2) * inverse;
            b3 = Vector.FusedMultiplyAdd(last, a3, b3) * inverse;
            s0 += b0 * b0;
            s1 += b1 * b1;
            s2 += b2 * b2;
            s3 += b3 * b3;
            var kept = work.Slice(4 * i, 8);
            kept[0] = a0;
            kept[1] = a1;
            kept[2] = a2;
            kept[3] = a3;
            kept[4] = b0;
            kept[5] = b1;
            kept[6] = b2;
            kept[7] = b3;
        }

        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
    }

    /// <summary>The same operations in the same order for other vector widths, one vector at a time.</summary>
    private static void OneVector(
        ReadOnlySpan<double> factor,
        int k,
        ReadOnlySpan<double> person,
        ReadOnlySpan<double> tile,
        Span<double> work,
        Span<double> sums
    )
    {
        const int lanes = OccupationGallery.Block.Lanes;
        for (var lane = 0; lane < lanes; lane += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var i = 0; i < k; i++)
            {
                var y = new Vector<double>(person[i]) - new Vector<double>(tile[(i * lanes + lane)..]);
                for (var j = 0; j < i; j++)
                {
                    y = Vector.FusedMultiplyAdd(new Vector<double>(factor[i * k + j]), new Vector<double>(work[(j * lanes + lane)..]), y);
                }

                y *= new Vector<double>(factor[i * k + i]);
                y.CopyTo(work[(i * lanes + lane)..]);
                sum += y * y;
            }

            sum.CopyTo(sums[lane..]);
        }
    }
}
