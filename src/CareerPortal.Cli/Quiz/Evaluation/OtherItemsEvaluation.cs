using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// How much do three items of five tell of five other items of the scale, beside what all five tell? IPIP-50, real people, each scale split in two at
/// random; own items only.
/// </summary>
internal static class OtherItemsEvaluation
{
    private const int Splits = 6;
    private const int Taken = 3;
    private const string Test = "IPIP-50, three items against five others of the scale";

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        var set = RealPeople.BigFive(data);
        var policies = new[] { AnswerReplay.Adaptive, AnswerReplay.InTurn, AnswerReplay.AtRandom };
        var taken = policies.ToDictionary(policy => policy, _ => new List<double>());
        var all = new List<double>();
        foreach (var learnOdd in new[] { true, false })
        {
            var bank = set.Calibrate(set.Half(learnOdd));
            var people = set.Half(!learnOdd);
            for (var split = 0; split < Splits; split++)
            {
                Split(bank, people, seed + (ulong)split, taken, all);
            }
        }

        var most = all.Average();
        return
        [
            new SimulationRow(Test, "all five", "mean r with the five others", most),
            .. policies.SelectMany(policy =>
                new[]
                {
                    new SimulationRow(Test, $"three, {policy.Replace('-', ' ')}", "mean r with the five others", taken[policy].Average()),
                    new SimulationRow(
                        Test,
                        $"three, {policy.Replace('-', ' ')}",
                        "share of what all five give, %",
                        100 * taken[policy].Average() / most,
                        policy == AnswerReplay.Adaptive ? "≥ 98" : ""
                    ),
                }
            ),
        ];
    }

    private static void Split(ItemBank bank, List<int[]> people, ulong seed, Dictionary<string, List<double>> taken, List<double> all)
    {
        var random = new SeededRandom(seed);
        var first = new bool[bank.Items.Count];
        for (var scale = 0; scale < bank.Dimensions.Count; scale++)
        {
            var own = bank.ItemsOf(scale).ToArray();
            random.Shuffle(own.AsSpan());
            foreach (var item in own.Take(own.Length / 2))
            {
                first[item] = true;
            }
        }

        var estimator = new ProfileEstimator(bank, SymmetricMatrix.Identity(bank.Dimensions.Count));
        var halves = people.Select(values => Part(values, first, true)).ToList();
        var others = people.Select(values => Estimates(Part(values, first, false))).ToList();
        all.AddRange(Correlations(halves.Select(Estimates)));
        foreach (var (policy, tally) in taken)
        {
            var replay = new AnswerReplay(bank, policy);
            tally.AddRange(
                Correlations(
                    halves.Select(
                        (values, p) =>
                        {
                            var used = new int[values.Length];
                            for (var scale = 0; scale < bank.Dimensions.Count; scale++)
                            {
                                foreach (var item in replay.Take(scale, values, Taken, seed + (ulong)p).Items)
                                {
                                    used[item] = values[item];
                                }
                            }

                            return Estimates(used);
                        }
                    )
                )
            );
        }

        double[] Estimates(int[] values) => [.. estimator.EstimateValues(values).Estimates.Select(estimate => estimate.Mean)];

        IEnumerable<double> Correlations(IEnumerable<double[]> estimates)
        {
            var rows = estimates.ToList();
            return Enumerable
                .Range(0, bank.Dimensions.Count)
                .Select(scale => Measure.Correlation(rows.Select(row => row[scale]), others.Select(row => row[scale])))
                .ToList();
        }
    }

    private static int[] Part(int[] values, bool[] first, bool wanted) => [.. values.Select((value, at) => first[at] == wanted ? value : 0)];
}
