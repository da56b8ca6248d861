using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Selection;

/// <summary>Chooses the question from which most is to be learned next about one occupation, and knows when to stop.</summary>
/// <remarks>
/// One occupation: the item with the largest expected drop in the variance of that occupation's loss. With g the gradient of the expected loss and
/// the person
/// N(m, V), an item about quality q whose answer is expected to explain r of V_qq takes (gᵀV_q)²·r/V_qq² off gᵀVg.
/// Before that come the <see cref="Duties"/>: each required quality once, the most important twice, and the items that the occupation names. Where a
/// question about a quality is its first, its keying is the same in every session of the occupation, and such that agreeing speaks as much for the
/// occupation's qualities as against them; later ones alternate. Someone who agrees with everything is then neither helped nor hurt by the draw.
/// Everything is recomputed from the answers: there is no state to lose.
/// </remarks>
public sealed class AdaptiveSelection
{
    /// <summary>The greatest share by which chance lifts a gain: far below any difference that matters.</summary>
    private const double TieBreak = 1e-6;

    private readonly ProfileEstimator _estimator;
    private readonly ItemBank _bank;
    private readonly double[][] _tables;
    private readonly bool[] _isKeyedBothWays;

    /// <summary>Takes the estimator whose bank is asked from.</summary>
    public AdaptiveSelection(ProfileEstimator estimator, SelectionRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        _estimator = estimator;
        _bank = estimator.Bank;
        Rules = rules ?? new SelectionRules();
        _tables = [.. _bank.Items.Select(AnswerTables.Of)];
        _isKeyedBothWays =
        [
            .. _bank.Dimensions.Select((_, q) => _bank.AskedOf(q).ToArray().Select(item => _bank.Items[item].Reversed).Distinct().Count() == 2),
        ];
    }

    /// <summary>The limits.</summary>
    public SelectionRules Rules { get; }

    /// <summary>How the bank's dimensions go together in people, as its estimator holds.</summary>
    public SymmetricMatrix Correlations => _estimator.Correlations;

    /// <summary>The next question for someone who asks about one occupation.</summary>
    /// <param name="answers">Answers so far in the order given, skipped items included.</param>
    /// <param name="occupation">The occupation; its qualities must be dimensions of the bank.</param>
    /// <param name="seed">The session's seed: same answers and seed, same question.</param>
    public NextQuestion NextForOccupation(IReadOnlyList<Answer> answers, OccupationProfile occupation, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(occupation);
        if (answers.Count >= Rules.Maximum)
        {
            return new NextQuestion(null, StopReason.Longest);
        }

        var profile = _estimator.Estimate(answers);
        var n = _bank.Dimensions.Count;
        Span<double> gradient = stackalloc double[n];
        gradient.Clear();
        Span<bool> wanted = stackalloc bool[n];
        wanted.Clear();
        for (var k = 0; k < occupation.Requirements.Count; k++)
        {
            var requirement = occupation.Requirements[k];
            var q = _bank.DimensionIndex(requirement.QualityId);
            if (q < 0)
            {
                continue;
            }

            wanted[q] = true;
            var u = (requirement.Required - CompatibilityScale.Tolerance - profile.Mean[q]) / Math.Sqrt(profile.Covariance[q, q]);
            gradient[q] = occupation.Weights[k] * (Gaussian.Below(u) - requirement.Surplus * Gaussian.Below(-u));
        }

        Span<double> pull = stackalloc double[n];
        var variance = 0.0;
        for (var q = 0; q < n; q++)
        {
            pull[q] = 0;
            for (var j = 0; j < n; j++)
            {
                pull[q] += profile.Covariance[q, j] * gradient[j];
            }

            variance += pull[q] * gradient[q];
        }

        Span<double> gains = stackalloc double[_bank.Items.Count];
        Span<double> density = stackalloc double[QuadratureGrid.Size];
        Span<int> asked = stackalloc int[answers.Count];
        PlacesOf(answers, asked);
        var duties = new Duties(_bank, Rules, occupation, answers, asked);
        if (answers.Count + duties.Left >= Rules.Minimum)
        {
            duties.Keep(wanted);
        }

        Span<sbyte> first = stackalloc sbyte[n];
        FirstKeying(occupation, first);
        Mark(asked, wanted, duties.Named, first, gains);
        var best = 0.0;
        var any = false;
        for (var q = 0; q < n; q++)
        {
            if (!wanted[q])
            {
                continue;
            }

            var spread = profile.Covariance[q, q];
            var mean = QuadratureGrid.Normal(profile.Mean[q], spread, density);
            foreach (var item in _bank.AskedOf(q))
            {
                if (double.IsNaN(gains[item]))
                {
                    continue;
                }

                var drop = QualityPosterior.ExpectedDrop(density, mean, _tables[item]);
                gains[item] = pull[q] * pull[q] * drop / (spread * spread);
                best = Math.Max(best, gains[item]);
                any = true;
            }
        }

        if (!any)
        {
            return new NextQuestion(null, StopReason.NothingLeft);
        }

        if (
            answers.Count >= Rules.Minimum
            && duties.Left == 0
            && EndOf(profile, occupation, variance, best) is var end and not StopReason.None
            && !LeaveWhatEvens(asked, gains)
        )
        {
            return new NextQuestion(null, end);
        }

        return new NextQuestion(_bank.Items[Choose(gains, seed, answers.Count)].Id, StopReason.None);
    }

    /// <summary>Prepares the choice of questions over many occupations: the answer tables of every item, once for all sessions.</summary>
    /// <param name="ranker">Ranks the occupations.</param>
    /// <param name="main">
    /// The main qualities of each occupation of its gallery, in that order; those of the leading ones are asked about before the end. None where it is
    /// not known.
    /// </param>
    /// <exception cref="ArgumentException">There are not as many lists as occupations.</exception>
    public RankingSelection ForRanking(AnswerRanker ranker, IReadOnlyList<IReadOnlyList<string>>? main = null) => new(this, ranker, main);

    /// <summary>Why a quiz may end of its own accord; None where it may not.</summary>
    private StopReason EndOf(Profile profile, OccupationProfile occupation, double variance, double best)
    {
        var score = OccupationScorer.Score(profile, occupation);
        if (score.AnswerCount > 0 && score.IntervalWidth <= 2 * Rules.HalfWidth)
        {
            return StopReason.Precise;
        }

        if (score.AnswerCount > 0 && score.BandProbability > Rules.BandCertainty)
        {
            return StopReason.Settled;
        }

        // What the question is expected to take off the standard deviation of the result, as a share of it.
        return variance > 0 && 1 - Math.Sqrt(Math.Max(0, 1 - best / variance)) >= Rules.SmallestGain ? StopReason.None : StopReason.LittleToGain;
    }

    /// <summary>
    /// Whether many more questions were asked where agreeing speaks for a quality than where it speaks against one, or the other way round, and one is
    /// left that makes it even; then only such ones are left. A quiz that ended before would take a habit of agreeing for a level.
    /// </summary>
    private bool LeaveWhatEvens(ReadOnlySpan<int> asked, Span<double> gains)
    {
        var excess = 0;
        foreach (var item in asked)
        {
            excess += _bank.Items[item].Reversed ? -1 : 1;
        }

        if (Math.Abs(excess) <= Rules.MostUneven)
        {
            return false;
        }

        var left = false;
        for (var item = 0; item < gains.Length && !left; item++)
        {
            left = !double.IsNaN(gains[item]) && _bank.Items[item].Reversed == excess > 0;
        }

        for (var item = 0; item < gains.Length && left; item++)
        {
            if (_bank.Items[item].Reversed != excess > 0)
            {
                gains[item] = double.NaN;
            }
        }

        return left;
    }

    /// <summary>The places in the bank of the items answered or skipped, in the order given.</summary>
    internal void PlacesOf(IReadOnlyList<Answer> answers, Span<int> asked)
    {
        for (var at = 0; at < answers.Count; at++)
        {
            asked[at] = _bank.IndexOf(answers[at].ItemId);
        }
    }

    /// <summary>
    /// NaN for items that may not be asked: asked already, similar to one asked or still to be asked, quality full or not wanted, keying like the last
    /// of its quality or unlike the one that the first should have.
    /// </summary>
    /// <param name="asked">Places of the items asked so far, in order.</param>
    /// <param name="wanted">By dimension, whether to ask about it.</param>
    /// <param name="named">Items that have to be asked; nothing else is asked about their qualities before.</param>
    /// <param name="first">By dimension, the keying of its first question: above 0 not reversed, below 0 reversed, 0 either.</param>
    /// <param name="gains">By item: NaN, or 0.</param>
    internal void Mark(ReadOnlySpan<int> asked, ReadOnlySpan<bool> wanted, ReadOnlySpan<int> named, ReadOnlySpan<sbyte> first, Span<double> gains)
    {
        gains.Fill(double.NaN);
        for (var q = 0; q < wanted.Length; q++)
        {
            if (!wanted[q])
            {
                continue;
            }

            var count = 0;
            var last = -1;
            foreach (var item in asked)
            {
                if (_bank.DimensionOf(item) != q)
                {
                    continue;
                }

                count++;
                last = item;
            }

            if (count >= Rules.PerQuality)
            {
                continue;
            }

            var isNamed = false;
            foreach (var item in named)
            {
                if (_bank.DimensionOf(item) == q)
                {
                    gains[item] = 0;
                    isNamed = true;
                }
            }

            if (isNamed)
            {
                continue;
            }

            bool? reversed =
                last >= 0 ? !_bank.Items[last].Reversed
                : first[q] == 0 ? null
                : first[q] < 0;
            var turns = false;
            foreach (var item in _bank.AskedOf(q))
            {
                if (!_bank.IsNew(item, asked) || ResemblesOne(item, named))
                {
                    continue;
                }

                gains[item] = 0;
                turns |= _bank.Items[item].Reversed == reversed;
            }

            if (!turns && (count < 2 || !_isKeyedBothWays[q]))
            {
                continue;
            }

            foreach (var item in _bank.AskedOf(q))
            {
                if (_bank.Items[item].Reversed != reversed)
                {
                    gains[item] = double.NaN;
                }
            }

            if (count + 1 < Rules.PerQuality)
            {
                KeepTurns(q, asked, gains);
            }
        }
    }

    /// <summary>Leaves out the items after which none of the other keying could be asked, as long as there are others.</summary>
    private void KeepTurns(int q, ReadOnlySpan<int> asked, Span<double> gains)
    {
        Span<bool> ends = stackalloc bool[_bank.AskedOf(q).Length];
        var all = true;
        for (var at = 0; at < ends.Length; at++)
        {
            var item = _bank.AskedOf(q)[at];
            ends[at] = true;
            foreach (var other in _bank.AskedOf(q))
            {
                ends[at] &= _bank.Items[other].Reversed == _bank.Items[item].Reversed || _bank.AreSimilar(item, other) || !_bank.IsNew(other, asked);
            }

            all &= ends[at] || double.IsNaN(gains[item]);
        }

        for (var at = 0; !all && at < ends.Length; at++)
        {
            if (ends[at])
            {
                gains[_bank.AskedOf(q)[at]] = double.NaN;
            }
        }
    }

    /// <summary>
    /// The keying of each quality's first question: the heaviest first, each against what those before it add up to; a named item has the one it has.
    /// </summary>
    private void FirstKeying(OccupationProfile occupation, Span<sbyte> first)
    {
        first.Clear();
        var balance = 0.0;
        foreach (
            var k in Enumerable
                .Range(0, occupation.Requirements.Count)
                .OrderByDescending(k => occupation.Requirements[k].Items.Count > 0)
                .ThenByDescending(k => occupation.Requirements[k].Importance)
        )
        {
            var requirement = occupation.Requirements[k];
            var q = _bank.DimensionIndex(requirement.QualityId);
            if (q < 0)
            {
                continue;
            }

            var isReversed = requirement.Items.Select(_bank.Find).FirstOrDefault(item => item is not null)?.Reversed ?? balance > 1e-9;
            first[q] = (sbyte)(isReversed ? -1 : 1);
            balance += first[q] * occupation.Weights[k];
        }
    }

    private bool ResemblesOne(int item, ReadOnlySpan<int> asked)
    {
        foreach (var other in asked)
        {
            if (_bank.AreSimilar(item, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// One of the best, at random by the session's seed. Equal ones have equal chances of being among the best: in their fixed order the last items of
    /// a quality, which all start alike, would never be asked, and nothing would ever be learned of them.
    /// </summary>
    internal int Choose(Span<double> gains, ulong seed, int step)
    {
        for (var item = 0; item < gains.Length; item++)
        {
            if (!double.IsNaN(gains[item]))
            {
                gains[item] *= 1 + TieBreak * new SeededRandom(seed ^ (0xD1B54A32D192ED03 * (ulong)(item + 1))).NextDouble();
            }
        }

        Span<int> best = stackalloc int[Math.Max(1, Rules.Choices)];
        var count = Highest.Places(gains, best);
        while (count > 1 && gains[best[count - 1]] < Rules.Nearness * gains[best[0]])
        {
            count--;
        }

        return best[count == 1 ? 0 : new SeededRandom(seed + 0x9E3779B97F4A7C15 * (ulong)(step + 1)).NextBelow(count)];
    }
}
