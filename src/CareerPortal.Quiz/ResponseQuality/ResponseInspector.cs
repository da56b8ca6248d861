using CareerPortal.Quiz.Estimation;

namespace CareerPortal.Quiz.ResponseQuality;

/// <summary>Looks at the way answers were given: runs, contradictions, haste.</summary>
/// <remarks>
/// Runs: J. Johnson (2005). Person fit: l_z = (Σ ln P(x|m) − ΣE)/√ΣV (F. Drasgow, M. Levine and E. Williams 1985), at the borrowed profile m,
/// over qualities with at least two answers. Times: J. Huang et al. (2012). One sign is enough.
/// </remarks>
public sealed class ResponseInspector
{
    /// <summary>A run of at least this share of the answers is a sign: 8 of 24.</summary>
    public const double LongestRunShare = 1.0 / 3;

    /// <summary>No run shorter than this is a sign.</summary>
    public const int ShortestRun = 6;

    /// <summary>Median seconds below which answers are too fast.</summary>
    public const double FastestMedian = 1.2;

    /// <summary>Seconds below which one answer is too fast.</summary>
    public const double FastestAnswer = 0.8;

    /// <summary>Share of too fast answers that is a sign.</summary>
    public const double FastShare = 0.25;

    /// <summary>
    /// The 2.5th percentile of l_z over simulated attentive people with 24 answers to eight qualities (seed 2026, 5 000 people; above the
    /// nominal −1.96 because the profile is estimated from the same answers).
    /// </summary>
    public const double LowestFit = -0.45;

    private readonly ProfileEstimator _estimator;

    /// <summary>Takes the estimator whose bank the answers belong to.</summary>
    public ResponseInspector(ProfileEstimator estimator) => _estimator = estimator;

    /// <summary>Inspects the answers of one person.</summary>
    /// <param name="answers">In the order given.</param>
    /// <param name="seconds">Time of each answer in the same order, NaN where unknown; empty without times.</param>
    /// <param name="lowestFit">l_z below which answers contradict each other; <see cref="LowestFit"/> suits a quiz of the
    /// site; for other sets of items it is found by simulation.</param>
    /// <exception cref="ArgumentException">There are times, but not one for each answer.</exception>
    public ResponseReport Inspect(IReadOnlyList<Answer> answers, IReadOnlyList<double>? seconds = null, double lowestFit = LowestFit)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (seconds is { Count: > 0 } && seconds.Count != answers.Count)
        {
            throw new ArgumentException($"{answers.Count} answers need as many times, not {seconds.Count}.", nameof(seconds));
        }

        var given = answers.Where(answer => answer.Value is not null).ToList();
        var longest = 0;
        for (int at = 0, run = 0; at < given.Count; at++)
        {
            run = at > 0 && given[at].Value == given[at - 1].Value ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        var fit = PersonFit(answers);
        var times = (seconds ?? []).Where(double.IsFinite).Order().ToList();
        double? median = times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        double? fast = times.Count == 0 ? null : (double)times.Count(time => time < FastestAnswer) / times.Count;

        var signs = CarelessSigns.None;
        if (longest >= Math.Max(ShortestRun, Math.Ceiling(LongestRunShare * given.Count)))
        {
            signs |= CarelessSigns.SameAnswers;
        }

        if (fit < lowestFit)
        {
            signs |= CarelessSigns.Contradictions;
        }

        if (given.Count > 0 && (median < FastestMedian || fast > FastShare))
        {
            signs |= CarelessSigns.TooFast;
        }

        return new ResponseReport(given.Count, longest, fit, median, fast, signs);
    }

    /// <summary>l_z; null when no quality has two answers.</summary>
    public double? PersonFit(IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var profile = _estimator.Estimate(answers);
        var bank = _estimator.Bank;
        double observed = 0,
            expected = 0,
            variance = 0;
        var judged = 0;
        Span<double> probabilities = stackalloc double[16];
        foreach (var answer in answers)
        {
            if (answer.Value is not { } value)
            {
                continue;
            }

            var item = bank.Items[bank.IndexOf(answer.ItemId)];
            var dimension = bank.DimensionIndex(item.QualityId);
            if (profile.Estimates[dimension].Answers < 2)
            {
                continue;
            }

            judged++;
            var row = probabilities[..item.Parameters.Answers];
            GradedResponseModel.Probabilities(item.Parameters, profile.Mean[dimension], row);
            double mean = 0,
                square = 0;
            foreach (var probability in row)
            {
                var log = Math.Log(probability);
                mean += probability * log;
                square += probability * log * log;
            }

            observed += Math.Log(row[item.Coded(value) - 1]);
            expected += mean;
            variance += square - mean * mean;
        }

        return judged == 0 || variance <= 0 ? null : (observed - expected) / Math.Sqrt(variance);
    }
}
