using CareerPortal.Quiz.Baselines;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;
using CareerPortal.Quiz.Simulation;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>SPI answers of real people: how near does a short quiz over eight scales come to all 40 items? Calibrated on one half of the people, measured on the other.</summary>
internal static class CompositeEvaluation
{
    private const int Scales = 8;
    private const int ItemsPerScale = 5;
    private const int Sets = 20;
    private const int Categories = 6;
    private const int Most = 24;

    /// <summary>The scales that stand for one of the portal's qualities and point the same way; eight of them are drawn for each composite.</summary>
    private static readonly string[] Pool =
    [
        "Compassion", "Sociability", "Honesty", "Industry", "Intellect", "Creativity", "Order", "Charisma", "Perfectionism", "SelfControl", "Conformity", "Adaptability",
    ];

    public static string? Missing(OpenData data) => data.FirstMissing(("spi_sapa", "spi_2400.csv"), ("spi_sapa", "zola_keys.csv"));

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        var keys = KeyFile.Read(data.Path("spi_sapa", "zola_keys.csv"));
        var narrow = Pool.ToList();
        var absent = narrow.Find(scale => keys.Of(scale).Count() != ItemsPerScale);
        if (absent is not null)
            throw new InputException(keys.Path, $"the scale '{absent}' does not have {ItemsPerScale} items.");
        var items = narrow.SelectMany(keys.Of).ToList();
        var people = AnswerTable.Read(data.Path("spi_sapa", "spi_2400.csv"), [.. items.Select(key => key.Item)], [.. items.Select(_ => Categories)]).Select(person => person.Values).ToList();
        var half = people.Count / 2;
        List<int[]> first = [.. people.Take(half)], second = [.. people.Skip(half)];
        var parameters = new List<ItemParameters>();
        for (var scale = 0; scale < narrow.Count; scale++)
        {
            var own = Enumerable.Range(scale * ItemsPerScale, ItemsPerScale).ToArray();
            byte[] coded = [.. first.SelectMany(values => own.Select(at => (byte)(values[at] == 0 ? 0 : items[at].IsReversed ? Categories + 1 - values[at] : values[at])))];
            parameters.AddRange(GradedResponseCalibration.Fit(coded, ItemsPerScale, Categories).Items.Select(item => item.Parameters));
        }

        var random = new SeededRandom(seed);
        var tallies = new Dictionary<(string Method, int Length), List<(double R, double Same)>>();
        for (var set = 0; set < Sets; set++)
        {
            var order = Enumerable.Range(0, narrow.Count).ToArray();
            random.Shuffle(order.AsSpan());
            var places = order.Take(Scales).SelectMany(scale => Enumerable.Range(scale * ItemsPerScale, ItemsPerScale)).ToArray();
            var bank = new ItemBank(
                places.Select(at => new Item { Id = items[at].Item, QualityId = items[at].Scale, Reversed = items[at].IsReversed, Text = new LocalizedText([KeyValuePair.Create("fr", items[at].Item)]), Parameters = parameters[at] }),
                [.. order.Take(Scales).Select(scale => narrow[scale])]);
            Measures(bank, [.. first.Select(values => places.Select(at => values[at]).ToArray())], [.. second.Select(values => places.Select(at => values[at]).ToArray())], seed, tallies);
        }

        const string test = "SPI, composite of 8 scales, held-out people";
        return
        [
            .. tallies.OrderBy(pair => pair.Key.Length).SelectMany(pair => new[]
            {
                new SimulationRow(test, $"{pair.Key.Method}, {pair.Key.Length} items", "r with 40 items", pair.Value.Average(value => value.R), Wanted(pair.Key, "≥ 0.975", "≥ 0.99")),
                new SimulationRow(test, $"{pair.Key.Method}, {pair.Key.Length} items", "same quarter as with 40 items, %", pair.Value.Average(value => value.Same), Wanted(pair.Key, "≥ 80", "≥ 88")),
            }),
        ];

        static string Wanted((string Method, int Length) key, string atSixteen, string atTwentyFour) => key.Method != AnswerReplay.Adaptive ? "" : key.Length == 16 ? atSixteen : atTwentyFour;
    }

    private static void Measures(ItemBank bank, List<int[]> first, List<int[]> second, ulong seed, Dictionary<(string Method, int Length), List<(double R, double Same)>> tallies)
    {
        var own = new ProfileEstimator(bank, SymmetricMatrix.Identity(Scales));
        var learned = first.SelectMany(values => own.EstimateValues(values).Estimates).ToList();
        var estimator = new ProfileEstimator(bank, LatentCorrelations.Learn([.. learned.Select(estimate => estimate.Mean)], [.. learned.Select(estimate => estimate.StandardError)], Scales));
        var tables = bank.Items.Select(item => QualityPosterior.Table(item.Parameters)).ToArray();
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
                Add("in turn, plain sum", inTurn.Average(item => PlainSum.Score([second[p][item]], [bank.Items[item].Reversed], Categories)!.Value));

                void Count(string method, IReadOnlyList<int> asked)
                {
                    var used = new int[second[p].Length];
                    foreach (var item in asked)
                        used[item] = second[p][item];
                    Add(method, Composite(estimator.EstimateValues(used)));
                }
            }

            foreach (var (method, values) in composites)
            {
                if (!tallies.TryGetValue((method, length), out var tally))
                    tallies[(method, length)] = tally = [];
                tally.Add((Measure.Correlation(values, full), Measure.SameQuarter(values, full)));
            }

            void Add(string method, double value)
            {
                if (!composites.TryGetValue(method, out var values))
                    composites[method] = values = [];
                values.Add(value);
            }
        }
    }

    /// <summary>Asks the item with the largest expected drop in the variance of the composite, as the quiz of one occupation does for its loss.</summary>
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
                    pull += cell;
                var spread = profile.Covariance[q, q];
                var mean = QuadratureGrid.Normal(profile.Mean[q], spread, density);
                foreach (var item in bank.ItemsOf(q))
                {
                    if (used[item] != 0 || values[item] == 0)
                        continue;
                    var gain = pull * pull * QualityPosterior.ExpectedDrop(density, mean, tables[item]) / (spread * spread);
                    if (gain > most)
                        (best, most) = (item, gain);
                }
            }

            if (best < 0)
                break;
            used[best] = values[best];
            asked.Add(best);
        }

        return asked;
    }

    private static double Composite(Profile profile) => profile.Estimates.Average(estimate => estimate.BorrowedMean);
}
