using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.ResponseQuality;

/// <summary>Looks at the way answers were given: runs, contradictions, haste.</summary>
/// <remarks>
/// Runs: J. Johnson (2005). Contradictions: <see cref="AttentionEvidence"/>, whether reading or clicking at random explains the answers better. Times:
/// J. Huang et al. (2012). One sign is enough. The limits leave at most 5 % of real people with a sign in a quiz of 12 to 24 answers (decision 0031).
/// </remarks>
public sealed class ResponseInspector
{
    /// <summary>A run of at least this share of the answers is a sign: 8 of 24.</summary>
    public const double LongestRunShare = 1.0 / 3;

    /// <summary>No run shorter than this is a sign.</summary>
    public const int ShortestRun = 8;

    /// <summary>Median seconds below which answers are too fast to have been read.</summary>
    public const double FastestMedian = 2;

    /// <summary>Seconds below which one answer is too fast.</summary>
    public const double FastestAnswer = 0.8;

    /// <summary>Share of too fast answers that is a sign.</summary>
    public const double FastShare = 0.25;

    /// <summary>
    /// The evidence of attention below which answers contradict each other (natural logarithm): the 4th percentile of real people of the SPI and the
    /// IPIP-50, every second row, with start norms, over quizzes of 12, 16, 20 and 24 answers. <c>quiz evaluate --only careless</c> recomputes it.
    /// </summary>
    public const double LowestFit = -1.8;

    /// <summary>Answers to one dimension, all turned the same way, contradict each other from this distance on: « plutôt oui » and « pas du tout ».</summary>
    private const int FarApart = 3;

    private readonly ItemBank _bank;
    private readonly AttentionEvidence _evidence;

    /// <summary>Takes the estimator whose bank the answers belong to.</summary>
    public ResponseInspector(ProfileEstimator estimator)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        _bank = estimator.Bank;
        _evidence = new AttentionEvidence(estimator.Bank, estimator.Weights);
    }

    /// <summary>Inspects the answers of one person.</summary>
    /// <param name="answers">In the order given.</param>
    /// <param name="seconds">Time of each answer in the same order, NaN where unknown; empty without times.</param>
    /// <exception cref="ArgumentException">There are times, but not one for each answer.</exception>
    public ResponseReport Inspect(IReadOnlyList<Answer> answers, IReadOnlyList<double>? seconds = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (seconds is { Count: > 0 } && seconds.Count != answers.Count)
        {
            throw new ArgumentException($"{answers.Count} answers need as many times, not {seconds.Count}.", nameof(seconds));
        }

        var given = answers.Where(answer => answer.Value is not null).ToList();
        var longest = LongestRun([.. given.Select(answer => answer.Value!.Value)]);
        var fit = PersonFit(answers);
        var times = (seconds ?? []).Where(double.IsFinite).Order().ToList();
        double? median = times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        double? fast = times.Count == 0 ? null : (double)times.Count(time => time < FastestAnswer) / times.Count;

        var signs = CarelessSigns.None;
        if (IsLong(longest, given.Count))
        {
            signs |= CarelessSigns.SameAnswers;
        }

        if (fit < LowestFit && Disagree(given))
        {
            signs |= CarelessSigns.Contradictions;
        }

        if (given.Count > 0 && (median < FastestMedian || fast > FastShare))
        {
            signs |= CarelessSigns.TooFast;
        }

        return new ResponseReport(given.Count, longest, fit, median, fast, signs);
    }

    /// <summary>The length of the longest run of identical raw answers, in the order given.</summary>
    public static int LongestRun(IReadOnlyList<int> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var longest = 0;
        for (int at = 0, run = 0; at < values.Count; at++)
        {
            run = at > 0 && values[at] == values[at - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Whether a run of identical answers is a sign among so many answers.</summary>
    public static bool IsLong(int run, int answers) => run >= Math.Max(ShortestRun, Math.Ceiling(LongestRunShare * answers));

    /// <summary>
    /// Whether two answers to one dimension lie far apart. Answers that are all low, or all high, are rare among those whom the start norms come from
    /// and so have a low fit; they contradict nothing.
    /// </summary>
    private bool Disagree(IEnumerable<Answer> given) =>
        given
            .Select(answer => _bank.Find(answer.ItemId)!)
            .Zip(given, (item, answer) => (item.QualityId, Coded: item.Coded(answer.Value!.Value)))
            .GroupBy(answer => answer.QualityId, answer => answer.Coded)
            .Any(dimension => dimension.Max() - dimension.Min() >= FarApart);

    /// <summary>
    /// How much better reading explains the answers than clicking at random from some point on (natural logarithm); null below three answers.
    /// </summary>
    public double? PersonFit(IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return _evidence.Of(answers);
    }
}
