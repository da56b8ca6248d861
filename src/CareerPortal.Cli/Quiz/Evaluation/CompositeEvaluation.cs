using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// SPI answers of real people: how near does a short quiz over eight scales come to all 40 items? Calibrated on one half of the people,
/// measured on the other.
/// </summary>
internal static class CompositeEvaluation
{
    private const int Scales = 8;
    private const int Sets = 20;
    private const int Most = 24;

    /// <summary>The scales that stand for one of the portal's qualities and point the same way; eight of them are drawn for each composite.</summary>
    private static readonly string[] Pool =
    [
        "Compassion",
        "Sociability",
        "Honesty",
        "Industry",
        "Intellect",
        "Creativity",
        "Order",
        "Charisma",
        "Perfectionism",
        "SelfControl",
        "Conformity",
        "Adaptability",
    ];

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        var keys = SpiBank.Keys(data);
        var absent = Pool.FirstOrDefault(scale => keys.Of(scale).Count() != SpiBank.ItemsPerScale);
        if (absent is not null)
        {
            throw new InputException(keys.Path, $"the scale '{absent}' does not have {SpiBank.ItemsPerScale} items.");
        }

        var (pool, people) = SpiBank.Calibrate(data, keys, Pool, 0.5);
        List<int[]> first = people[..(people.Count / 2)],
            second = people[(people.Count / 2)..];

        var random = new SeededRandom(seed);
        var tallies = new Dictionary<(string Method, int Length), List<(double R, double Same)>>();
        for (var set = 0; set < Sets; set++)
        {
            var order = Enumerable.Range(0, Pool.Length).ToArray();
            random.Shuffle(order.AsSpan());
            var drawn = order.Take(Scales).ToList();
            var places = drawn.SelectMany(scale => pool.ItemsOf(scale).ToArray()).ToArray();
            var bank = new ItemBank(places.Select(at => pool.Items[at]), [.. drawn.Select(scale => Pool[scale])]);
            Measures(
                bank,
                [.. first.Select(values => places.Select(at => values[at]).ToArray())],
                [.. second.Select(values => places.Select(at => values[at]).ToArray())],
                seed,
                tallies
            );
        }

        const string test = "SPI, composite of 8 scales, held-out people";
        return
        [
            .. tallies
                .OrderBy(pair => pair.Key.Length)
                .SelectMany(pair =>
                    new[]
                    {
                        new SimulationRow(
                            test,
                            $"{pair.Key.Method}, {pair.Key.Length} items",
                            "r with 40 items",
                            pair.Value.Average(value => value.R),
                            Wanted(pair.Key, "≥ 0.975", "≥ 0.99")
                        ),
                        new SimulationRow(
                            test,
                            $"{pair.Key.Method}, {pair.Key.Length} items",
                            "same quarter as with 40 items, %",
                            pair.Value.Average(value => value.Same),
                            Wanted(pair.Key, "≥ 80", "≥ 88")
                        ),
                    }
                ),
        ];

        static string Wanted((string Method, int Length) key, string atSixteen, string atTwentyFour) =>
            key.Method != AnswerReplay.Adaptive ? ""
            : key.Length == 16 ? atSixteen
            : atTwentyFour;
    }

    private static void Measures(
        ItemBank bank,
        List<int[]> first,
        List<int[]> second,
        ulong seed,
        Dictionary<(string Method, int Length), List<(double R, double Same)>> tallies
    )
    {
        var estimator = new ProfileEstimator(bank, LatentCorrelations.Learn(bank, first), acquiescence: 0);
        var tables = bank.Items.Select(AnswerTables.Of).ToArray();
        var full = second.Select(values => Composite(estimator.EstimateValues(values))).ToList();
        foreach (var length in new[] { 16, Most })
        {
            var composites = new Dictionary<string, List<double>>();
            for (var p = 0; p < second.Count; p++)
            {
                var session = seed + (ulong)p;
                Count(AnswerReplay.Adaptive, Adaptive(second[p], estimator, tables, length));
                var inTurn = InTurnSelection.Plan(bank.Dimensions, bank, session, length).Select(bank.IndexOf).ToList();
                Count("in turn", inTurn);
                Count(AnswerReplay.AtRandom, [.. RandomSelection.Plan(bank.Dimensions, bank, session, length).Select(bank.IndexOf)]);
                Add(
                    "in turn, plain sum",
                    inTurn.Average(item => PlainSum.Score([second[p][item]], [bank.Items[item].Reversed], SpiBank.Categories)!.Value)
                );

                void Count(string method, IReadOnlyList<int> asked)
                {
                    var used = new int[second[p].Length];
                    foreach (var item in asked)
                    {
                        used[item] = second[p][item];
                    }

                    Add(method, Composite(estimator.EstimateValues(used)));
                }
            }

            foreach (var (method, values) in composites)
            {
                if (!tallies.TryGetValue((method, length), out var tally))
                {
                    tallies[(method, length)] = tally = [];
                }

                tally.Add((Measure.Correlation(values, full), Measure.SameQuarter(values, full)));
            }

            void Add(string method, double value)
            {
                if (!composites.TryGetValue(method, out var values))
                {
                    composites[method] = values = [];
                }

                values.Add(value);
            }
        }
    }

    /// <summary>
    /// Asks the item with the largest expected drop in the variance of the composite, as the quiz of one occupation does for its loss.
    /// </summary>
    private static List<int> Adaptive(int[] values, ProfileEstimator estimator, double[][] tables, int length)
    {
        var bank = estimator.Bank;
        var used = new int[values.Length];
        var asked = new List<int>();
        Span<double> density = stackalloc double[QuadratureGrid.Size];
        while (asked.Count < length)
        {
            var profile = estimator.EstimateValues(used);
            var best = -1;
            var most = -1.0;
            for (var q = 0; q < Scales; q++)
            {
                var pull = 0.0;
                foreach (var cell in profile.Covariance.Row(q))
                {
                    pull += cell;
                }

                var spread = profile.Covariance[q, q];
                var mean = QuadratureGrid.Normal(profile.Mean[q], spread, density);
                foreach (var item in bank.ItemsOf(q))
                {
                    if (used[item] != 0 || values[item] == 0)
                    {
                        continue;
                    }

                    var gain = pull * pull * QualityPosterior.ExpectedDrop(density, mean, tables[item]) / (spread * spread);
                    if (gain > most)
                    {
                        (best, most) = (item, gain);
                    }
                }
            }

            if (best < 0)
            {
                break;
            }

            used[best] = values[best];
            asked.Add(best);
        }

        return asked;
    }

    private static double Composite(Profile profile) => profile.Estimates.Average(estimate => estimate.BorrowedMean);
}
