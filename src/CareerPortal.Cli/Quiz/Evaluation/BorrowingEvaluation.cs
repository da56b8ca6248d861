using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// What the correlations of the qualities are worth on real people: one or two items of each scale of the SPI, borrowing from the others, against the
/// other items of the scale.
/// </summary>
internal static class BorrowingEvaluation
{
    private const int Splits = 6;

    /// <summary>The scales nearest to a quality of their own.</summary>
    private static readonly (string Scale, string Quality)[] Pairs =
    [
        ("Compassion", "empathie"),
        ("Irritability", "maitrise"),
        ("Sociability", "contact"),
        ("Anxiety", "stress"),
        ("Honesty", "discretion"),
        ("Industry", "perseverance"),
        ("Intellect", "logique"),
        ("Creativity", "creativite"),
        ("Impulsivity", "prudence"),
        ("Order", "organisation"),
        ("Charisma", "leadership"),
        ("Trust", "equipe"),
        ("Introspection", "curiosite"),
        ("Perfectionism", "detail"),
        ("SelfControl", "patience"),
        ("Adaptability", "adaptabilite"),
    ];

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        var set = RealPeople.Spi(data);
        string[] qualities = [.. Pairs.Select(pair => pair.Quality)];
        var tallies = new Dictionary<(string Method, int Items), List<double>>();
        foreach (var learnOdd in new[] { true, false })
        {
            var learned = set.Half(learnOdd);
            var all = set.Calibrate(learned);
            var everything = LatentCorrelations.Learn(all, learned);
            var kept = Pairs.Select(pair => all.DimensionIndex(pair.Scale)).ToArray();
            var places = kept.SelectMany(scale => all.ItemsOf(scale).ToArray()).ToArray();
            var bank = new ItemBank(places.Select(at => all.Items[at]), Pairs.Select(pair => pair.Scale));
            var people = set.Half(!learnOdd).Select(values => places.Select(at => values[at]).ToArray()).ToList();
            var quality = QualityScales.Qualities(all.Dimensions, everything);
            var ofQualities = qualities.Select(id => CareerPortal.Quiz.Qualities.QualityIds.All.ToList().IndexOf(id)).ToArray();
            foreach (var items in new[] { 1, 2 })
            {
                Measure("own items only", SymmetricMatrix.Identity(Pairs.Length), items);
                Measure("hand-drawn tree (decision 0012)", CorrelationTree.Of(qualities), items);
                Measure("learned, of the qualities (as shipped)", quality.Part(ofQualities), items);
                Measure("learned, of the scales themselves", everything.Part(kept), items);
            }

            void Measure(string method, SymmetricMatrix correlations, int items)
            {
                if (!tallies.TryGetValue((method, items), out var tally))
                {
                    tallies[(method, items)] = tally = [];
                }

                tally.Add(Split(bank, people, correlations, items, seed));
            }
        }

        const string test = "SPI, borrowing: other items of the scale, real people";
        return
        [
            .. tallies
                .OrderBy(pair => pair.Key.Items)
                .Select(pair => new SimulationRow(test, pair.Key.Method, $"r at {pair.Key.Items} items a scale", pair.Value.Average())),
        ];
    }

    /// <summary>The mean correlation, over random splits and scales, of the borrowed estimate with that of the other items on their own.</summary>
    private static double Split(ItemBank bank, List<int[]> people, SymmetricMatrix correlations, int items, ulong seed)
    {
        var estimator = new ProfileEstimator(bank, correlations);
        var n = bank.Dimensions.Count;
        var sum = 0.0;
        for (var split = 0; split < Splits; split++)
        {
            var random = new SeededRandom(seed + (ulong)split);
            var taken = new bool[bank.Items.Count];
            for (var scale = 0; scale < n; scale++)
            {
                var own = bank.ItemsOf(scale).ToArray();
                random.Shuffle(own.AsSpan());
                foreach (var item in own.Take(items))
                {
                    taken[item] = true;
                }
            }

            var few = people.Select(values => estimator.EstimateValues([.. values.Select((value, at) => taken[at] ? value : 0)])).ToList();
            var others = people.Select(values => estimator.EstimateValues([.. values.Select((value, at) => taken[at] ? 0 : value)])).ToList();
            for (var scale = 0; scale < n; scale++)
            {
                sum += Measure.Correlation(few.Select(x => x.Estimates[scale].BorrowedMean), others.Select(x => x.Estimates[scale].Mean));
            }
        }

        return sum / (Splits * n);
    }
}
