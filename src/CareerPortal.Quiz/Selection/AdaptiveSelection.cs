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
/// Everything is recomputed from the answers: there is no state to lose.
/// </remarks>
public sealed class AdaptiveSelection
{
    /// <summary>The greatest share by which chance lifts a gain: far below any difference that matters.</summary>
    private const double TieBreak = 1e-6;

    private readonly ProfileEstimator _estimator;
    private readonly ItemBank _bank;
    private readonly double[][] _tables;

    /// <summary>Takes the estimator whose bank is asked from.</summary>
    public AdaptiveSelection(ProfileEstimator estimator, SelectionRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        _estimator = estimator;
        _bank = estimator.Bank;
        Rules = rules ?? new SelectionRules();
        _tables = [.. _bank.Items.Select(AnswerTables.Of)];
    }

    /// <summary>The limits.</summary>
    public SelectionRules Rules { get; }

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
        Mark(answers, wanted, gains);
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
            foreach (var item in _bank.ItemsOf(q))
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

        if (answers.Count >= Rules.Minimum)
        {
            var score = OccupationScorer.Score(profile, occupation);
            if (score.AnswerCount > 0 && score.IntervalWidth <= 2 * Rules.HalfWidth)
            {
                return new NextQuestion(null, StopReason.Precise);
            }

            if (score.AnswerCount > 0 && score.BandProbability > Rules.BandCertainty)
            {
                return new NextQuestion(null, StopReason.Settled);
            }
            // What the question is expected to take off the standard deviation of the result, as a share of it.
            if (!(variance > 0 && 1 - Math.Sqrt(Math.Max(0, 1 - best / variance)) >= Rules.SmallestGain))
            {
                return new NextQuestion(null, StopReason.LittleToGain);
            }
        }

        return new NextQuestion(_bank.Items[Choose(gains, seed, answers.Count)].Id, StopReason.None);
    }

    /// <summary>Prepares the choice of questions over many occupations: the answer tables of every item, once for all sessions.</summary>
    public RankingSelection ForRanking(AnswerRanker ranker) => new(this, ranker);

    /// <summary>
    /// NaN for items that may not be asked: asked already, similar to one asked, quality full or not wanted, keying like the last of its
    /// quality.
    /// </summary>
    internal void Mark(IReadOnlyList<Answer> answers, ReadOnlySpan<bool> wanted, Span<double> gains)
    {
        gains.Fill(double.NaN);
        Span<int> asked = stackalloc int[answers.Count];
        for (var at = 0; at < answers.Count; at++)
        {
            asked[at] = _bank.IndexOf(answers[at].ItemId);
        }

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

            var alternates = false;
            foreach (var item in _bank.ItemsOf(q))
            {
                if (asked.Contains(item) || ResemblesOne(item, asked))
                {
                    continue;
                }

                gains[item] = 0;
                alternates |= last >= 0 && _bank.Items[item].Reversed != _bank.Items[last].Reversed;
            }

            if (!alternates)
            {
                continue;
            }

            foreach (var item in _bank.ItemsOf(q))
            {
                if (_bank.Items[item].Reversed == _bank.Items[last].Reversed)
                {
                    gains[item] = double.NaN;
                }
            }
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
            gains[item] *= 1 + TieBreak * new SeededRandom(seed ^ (0xD1B54A32D192ED03 * (ulong)(item + 1))).NextDouble();
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
