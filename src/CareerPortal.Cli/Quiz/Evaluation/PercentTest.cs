using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// Does the percent of one occupation tell the truth about real people whose item parameters the estimator does not know?
/// </summary>
/// <remarks>
/// The truth about a person is drawn from the posterior of all their answers (plausible values, R. J. Mislevy 1991), under parameters and correlations
/// learned on the other half of the people. The quiz asks a few of the same answers, with whatever bank is tested.
/// </remarks>
internal sealed class PercentTest
{
    private const int TruthsPerPerson = 4;
    private static readonly int[] Levels = [5, 4, 4, 4, 3, 3, 3, 3];

    private readonly RealPeople _set;
    private readonly ulong _seed;
    private readonly List<int[]> _people;
    private readonly List<int[]> _learned;
    private readonly List<double[][]> _truths;

    /// <summary>Learns the truth on one half of the people and draws it for the other.</summary>
    /// <param name="set">The people.</param>
    /// <param name="learnOdd">Which half is learned from; the other is measured.</param>
    /// <param name="seed">Same seed, same truths and occupations.</param>
    public PercentTest(RealPeople set, bool learnOdd, ulong seed)
    {
        _set = set;
        _seed = seed;
        _people = set.Half(!learnOdd);
        _learned = set.Half(learnOdd);
        Calibrated = set.Calibrate(_learned);
        Correlations = LatentCorrelations.Learn(Calibrated, _learned);
        var estimator = new ProfileEstimator(Calibrated, Correlations);
        var random = new SeededRandom(seed);
        _truths = [.. _people.Select(values => Draw(estimator.EstimateValues(values), random))];
    }

    /// <summary>The items with the parameters that make the truth.</summary>
    public ItemBank Calibrated { get; }

    /// <summary>The correlations that make the truth.</summary>
    public SymmetricMatrix Correlations { get; }

    /// <summary>Every person takes the quiz of an occupation of up to eight of the scales, drawn for them, with this bank.</summary>
    /// <param name="bank">The items with the parameters that the site would have; the same items as <see cref="Calibrated"/>, in any order.</param>
    /// <param name="correlations">The correlations that the site would have.</param>
    /// <param name="rules">How many questions, and how few.</param>
    public PercentTally Run(ItemBank bank, SymmetricMatrix correlations, SelectionRules rules)
    {
        var estimator = new ProfileEstimator(bank, correlations);
        var selection = new AdaptiveSelection(estimator, rules);
        var tally = new PercentTally();
        for (var p = 0; p < _people.Count; p++)
        {
            var occupation = Occupation(p);
            var answers = Take(_people[p], p, occupation, selection);
            var score = OccupationScorer.Score(estimator.Estimate(answers), occupation);
            foreach (var truth in _truths[p])
            {
                var loss = 0.0;
                for (var k = 0; k < occupation.Requirements.Count; k++)
                {
                    var place = Calibrated.DimensionIndex(occupation.Requirements[k].QualityId);
                    loss += occupation.Weights[k] * OccupationScorer.Loss(occupation.Requirements[k], truth[place]);
                }

                tally.Add(score, CompatibilityScale.Compatibility(loss), answers.Count);
            }
        }

        return tally;
    }

    /// <summary>
    /// What the first people of the half that is learned from give in the quiz of an occupation, drawn for each: raw answers by item of the bank, 0
    /// where not asked.
    /// </summary>
    public List<int[]> Shared(ItemBank bank, SelectionRules rules, int people)
    {
        var selection = new AdaptiveSelection(new ProfileEstimator(bank, Correlations), rules);
        return
        [
            .. _learned
                .Take(people)
                .Select(
                    (values, p) =>
                    {
                        var given = new int[bank.Items.Count];
                        foreach (var answer in Take(values, p, Occupation(p), selection))
                        {
                            given[bank.IndexOf(answer.ItemId)] = answer.Value ?? 0;
                        }

                        return given;
                    }
                ),
        ];
    }

    private List<Answer> Take(int[] values, int person, OccupationProfile occupation, AdaptiveSelection selection)
    {
        var answers = new List<Answer>();
        while (selection.NextForOccupation(answers, occupation, _seed + (ulong)person) is { ItemId: { } id })
        {
            answers.Add(new Answer(id, values[Calibrated.IndexOf(id)] is var value and > 0 ? value : null));
        }

        return answers;
    }

    private OccupationProfile Occupation(int person)
    {
        var scales = _set.Scales.Select(scale => scale.Name).ToArray();
        new SeededRandom(_seed + (ulong)person).Shuffle(scales.AsSpan());
        return new OccupationProfile("drawn", Levels.Take(scales.Length).Select((level, k) => new RequiredQuality(scales[k], level, level)));
    }

    private static double[][] Draw(Profile profile, SeededRandom random)
    {
        var n = profile.Dimensions.Count;
        var factor = profile.Covariance.Cells.ToArray();
        if (!Cholesky.TryFactor(factor, n))
        {
            throw new InvalidOperationException("The covariance of a profile is not positive definite.");
        }

        var truths = new double[TruthsPerPerson][];
        for (var t = 0; t < truths.Length; t++)
        {
            truths[t] = profile.Mean.ToArray();
            for (var k = 0; k < n; k++)
            {
                var normal = random.NextNormal();
                for (var i = k; i < n; i++)
                {
                    truths[t][i] += factor[i * n + k] * normal;
                }
            }
        }

        return truths;
    }
}
