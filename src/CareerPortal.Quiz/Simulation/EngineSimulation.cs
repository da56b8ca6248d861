using CareerPortal.Quiz.Baselines;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Simulation;

/// <summary>Measures the engine on simulated people: same seed, same table, on every machine.</summary>
public sealed class EngineSimulation
{
    private static readonly int[] Levels = [5, 4, 4, 4, 3, 3, 3, 3];
    private readonly int _people;
    private readonly ulong _seed;

    /// <summary>Takes the number of people of each test and the seed.</summary>
    public EngineSimulation(int people, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 2);
        _people = people;
        _seed = seed;
    }

    /// <summary>The slope of a bank once calibrated: the median of the 135 items of the SPI reference.</summary>
    public const double CalibratedSlope = 2.09;

    /// <summary>Every test: ranking on the gallery, trait recovery, the occupation quiz, careless answers.</summary>
    public IReadOnlyList<SimulationRow> Run(OccupationGallery gallery) => [.. Ranking(gallery), .. Recovery(), .. OccupationQuiz(), .. Careless()];

    /// <summary>A gallery where none is given: occupations on 27 dimensions driven by six common factors.</summary>
    public static OccupationGallery SyntheticGallery(ulong seed, int occupations = 891, int dimensions = 27)
    {
        const int factors = 6;
        var random = new SeededRandom(seed);
        var loadings = Enumerable.Range(0, dimensions * factors).Select(_ => random.NextNormal() * 0.35).ToArray();
        var values = new double[occupations * dimensions];
        var common = new double[factors];
        for (var j = 0; j < occupations; j++)
        {
            for (var f = 0; f < factors; f++)
                common[f] = random.NextNormal();
            for (var d = 0; d < dimensions; d++)
            {
                values[j * dimensions + d] = 0.6 * random.NextNormal();
                for (var f = 0; f < factors; f++)
                    values[j * dimensions + d] += loadings[d * factors + f] * common[f];
            }
        }

        return OccupationGallery.Create([.. Enumerable.Range(1, occupations).Select(j => $"occupation-{j}")], [.. Enumerable.Range(1, dimensions).Select(d => $"dimension-{d}")], values);
    }

    /// <summary>
    /// Finds each person's occupation again: people lie 0.3 standard deviations around an occupation of the gallery and answer 24 of five start items a dimension.
    /// </summary>
    public IReadOnlyList<SimulationRow> Ranking(OccupationGallery gallery)
    {
        ArgumentNullException.ThrowIfNull(gallery);
        var n = gallery.Dimensions.Count;
        var bank = StartBank(gallery.Dimensions, 5);
        var estimator = new ProfileEstimator(bank, SymmetricMatrix.Identity(n));
        var answerRanker = new AnswerRanker(gallery, bank);
        var gaussian = new OccupationRanker(gallery, SymmetricMatrix.Create(n, (i, j) => i == j ? AnswerRanker.DefaultDeviation * AnswerRanker.DefaultDeviation : 0));
        var adaptive = new AdaptiveSelection(estimator).ForRanking(answerRanker);
        var interests = Enumerable.Range(0, n).Where(d => InterestIds.All.Contains(gallery.Dimensions[d])).ToArray();
        var points = Points(gallery);

        var hits = new Dictionary<string, Tally>();
        var random = new SeededRandom(_seed);
        var scores = new double[gallery.Ids.Count];
        for (var p = 0; p < _people; p++)
        {
            var truth = random.NextBelow(gallery.Ids.Count);
            var levels = Enumerable.Range(0, n).Select(d => points[truth][d] + AnswerRanker.DefaultDeviation * random.NextNormal()).ToArray();
            var person = SimulatedPerson.Create(bank, levels, random);
            var session = _seed + (ulong)p;
            var order = gallery.Dimensions.ToArray();
            random.Shuffle(order.AsSpan());

            var asked = new List<Answer>();
            while (adaptive.Next(asked, session) is { ItemId: { } id })
            {
                asked.Add(person.Answer(id));
                if (asked.Count == 14)
                    ByAnswers("adaptive, 14 items", asked);
            }

            ByAnswers("adaptive, 24 items", asked);
            var inTurn = person.Answers(InTurnSelection.Plan(order, bank, session, 24));
            ByAnswers("in turn, 24 items", inTurn);
            ByAnswers("random items, 24 items", person.Answers(RandomSelection.Plan(order, bank, session, 24)));

            var profile = estimator.Estimate(inTurn);
            var mean = new double[n];
            var covariance = new double[n * n];
            gaussian.Take(profile, mean, covariance);
            gaussian.Score(mean, covariance, scores);
            Count("in turn, Gaussian on the profile");
            ByVectors("in turn, Pearson on all", profile.Mean.ToArray(), ProfileBaselines.Pearson);
            ByVectors("in turn, Euclid", profile.Mean.ToArray(), ProfileBaselines.Euclid);
            ByVectors("in turn, shortfall only", profile.Mean.ToArray(), ProfileBaselines.Shortfall);
            var sums = Enumerable.Range(0, n).Select(d => PlainSumOf(bank, inTurn, d)).ToArray();
            ByVectors("in turn, plain sum", sums, ProfileBaselines.Sum);
            if (interests.Length == 6)
            {
                for (var j = 0; j < scores.Length; j++)
                    scores[j] = ProfileBaselines.Pearson([.. interests.Select(d => profile.Mean[d])], [.. interests.Select(d => points[j][d])]);
                Count("in turn, Pearson on the six interests");
            }

            for (var j = 0; j < scores.Length; j++)
                scores[j] = ProfileBaselines.Random(random);
            Count("random order");

            void ByAnswers(string method, IReadOnlyList<Answer> answers)
            {
                answerRanker.Score(answers, scores);
                Count(method);
            }

            void ByVectors(string method, double[] vector, Nearness nearness)
            {
                for (var j = 0; j < scores.Length; j++)
                    scores[j] = nearness(vector, points[j]);
                Count(method);
            }

            void Count(string method)
            {
                if (!hits.TryGetValue(method, out var tally))
                    hits[method] = tally = new Tally();
                var rank = 1;
                foreach (var score in scores)
                    rank += score > scores[truth] ? 1 : 0;
                tally.Add(rank);
            }
        }

        var test = $"right occupation among {gallery.Ids.Count}";
        return [.. hits.SelectMany(pair => new[]
        {
            new SimulationRow(test, pair.Key, "top 1, %", pair.Value.Share(pair.Value.First), Wanted(pair.Key, "≥ 30", "≥ 15")),
            new SimulationRow(test, pair.Key, "top 5, %", pair.Value.Share(pair.Value.Five), Wanted(pair.Key, "≥ 60", "≥ 40")),
            new SimulationRow(test, pair.Key, "top 10, %", pair.Value.Share(pair.Value.Ten), Wanted(pair.Key, "≥ 70", "≥ 56")),
        })];

        static string Wanted(string method, string atTwentyFour, string atFourteen) =>
            method switch { "adaptive, 24 items" => atTwentyFour, "adaptive, 14 items" => atFourteen, _ => "" };
    }

    /// <summary>Recovers true levels from two and three items of each of the 24 qualities of the shipped bank, with start slopes and with calibrated ones.</summary>
    public IReadOnlyList<SimulationRow> Recovery()
    {
        var rows = new List<SimulationRow>();
        foreach (var (perQuality, slope, wanted) in new[] { (2, ItemParameters.Start.A, ""), (3, ItemParameters.Start.A, ""), (2, CalibratedSlope, "≤ 0.45"), (3, CalibratedSlope, "≤ 0.41") })
        {
            var bank = WithSlope(ItemBank.Load(), slope);
            var estimator = new ProfileEstimator(bank);
            var random = new SeededRandom(_seed + 1);
            double own = 0, borrowed = 0;
            int covered = 0, count = 0;
            for (var p = 0; p < _people; p++)
            {
                var person = SimulatedPerson.Draw(bank, estimator.Correlations, random);
                var profile = estimator.Estimate(person.Answers(InTurnSelection.Plan(QualityIds.All, bank, _seed + (ulong)p, 24 * perQuality)));
                for (var q = 0; q < QualityIds.All.Count; q++)
                {
                    var estimate = profile.Estimates[q];
                    var error = estimate.BorrowedMean - person.Levels[q];
                    borrowed += error * error;
                    own += (estimate.Mean - person.Levels[q]) * (estimate.Mean - person.Levels[q]);
                    covered += Math.Abs(error) <= 1.6448536269514722 * estimate.BorrowedStandardError ? 1 : 0;
                    count++;
                }
            }

            var test = FormattableString.Invariant($"trait recovery, {perQuality} items a quality, slopes {slope:0.00}");
            rows.Add(new SimulationRow(test, "own items only", "RMSE", Math.Sqrt(own / count)));
            rows.Add(new SimulationRow(test, "with borrowing", "RMSE", Math.Sqrt(borrowed / count), wanted));
            rows.Add(new SimulationRow(test, "with borrowing", "coverage of 90 % interval, %", 100.0 * covered / count, "88–92"));
        }

        return rows;
    }

    /// <summary>The quiz of one occupation with eight qualities: how long, and how near the result of the whole bank; with start and with calibrated slopes.</summary>
    public IReadOnlyList<SimulationRow> OccupationQuiz()
    {
        var rows = new List<SimulationRow>();
        foreach (var (name, slope) in new[] { ("start slopes 1.6", ItemParameters.Start.A), ("calibrated slopes 2.09", CalibratedSlope) })
        {
            var bank = WithSlope(ItemBank.Load(), slope);
            var estimator = new ProfileEstimator(bank);
            var selection = new AdaptiveSelection(estimator);
            var random = new SeededRandom(_seed + 2);
            var lengths = new List<int>();
            List<double> adaptive = [], inTurn = [], full = [];
            int covered = 0, indeterminate = 0;
            for (var p = 0; p < _people; p++)
            {
                var person = SimulatedPerson.Draw(bank, estimator.Correlations, random);
                var qualities = QualityIds.All.ToArray();
                random.Shuffle(qualities.AsSpan());
                var occupation = new OccupationProfile("simulated", Levels.Select((level, k) => new Requirement(qualities[k], level, level)));
                var answers = new List<Answer>();
                while (selection.NextForOccupation(answers, occupation, _seed + (ulong)p) is { ItemId: { } id })
                    answers.Add(person.Answer(id));
                lengths.Add(answers.Count);
                var score = OccupationScorer.Score(estimator.Estimate(answers), occupation);
                adaptive.Add(score.Compatibility);
                indeterminate += score.Verdict == Verdict.Indeterminate ? 1 : 0;
                inTurn.Add(OccupationScorer.Score(estimator.Estimate(person.Answers(InTurnSelection.Plan([.. qualities.Take(8)], bank, _seed + (ulong)p, answers.Count))), occupation).Compatibility);
                full.Add(OccupationScorer.Score(estimator.Estimate(person.Answers(bank.Items.Where(item => qualities.Take(8).Contains(item.QualityId)).Select(item => item.Id))), occupation).Compatibility);
                var loss = 0.0;
                for (var k = 0; k < Levels.Length; k++)
                    loss += occupation.Weights[k] * OccupationScorer.Loss(occupation.Requirements[k], person.Levels[bank.DimensionIndex(qualities[k])]);
                var truth = CompatibilityScale.Compatibility(loss);
                covered += score.IntervalLow <= truth && truth <= score.IntervalHigh ? 1 : 0;
            }

            lengths.Sort();
            var test = $"quiz of one occupation, {name}";
            rows.Add(new SimulationRow(test, "adaptive", "median length", lengths[lengths.Count / 2], "≤ 18"));
            rows.Add(new SimulationRow(test, "adaptive", "longest", lengths[^1], "≤ 24"));
            rows.Add(new SimulationRow(test, "adaptive", "r with the whole bank", Correlation(adaptive, full), "≥ 0.975"));
            rows.Add(new SimulationRow(test, "in turn, same length", "r with the whole bank", Correlation(inTurn, full)));
            rows.Add(new SimulationRow(test, "adaptive", "coverage of 90 % interval, %", 100.0 * covered / _people, "88–92"));
            rows.Add(new SimulationRow(test, "adaptive", "indeterminate, %", 100.0 * indeterminate / _people));
        }

        return rows;
    }

    /// <summary>Finds careless answers among 24 (eight qualities, three items each) by one OR rule.</summary>
    public IReadOnlyList<SimulationRow> Careless()
    {
        var bank = ItemBank.Load();
        var estimator = new ProfileEstimator(bank);
        var inspector = new ResponseInspector(estimator);
        var random = new SeededRandom(_seed + 3);
        var flagged = new int[4];
        for (var p = 0; p < _people; p++)
        {
            var person = SimulatedPerson.Draw(bank, estimator.Correlations, random);
            var qualities = QualityIds.All.ToArray();
            random.Shuffle(qualities.AsSpan());
            var attentive = person.Answers(InTurnSelection.Plan([.. qualities.Take(8)], bank, _seed + (ulong)p, 24));
            var straight = 1 + random.NextBelow(5);
            var noise = attentive.Select(answer => new Answer(answer.ItemId, 1 + random.NextBelow(5))).ToList();
            flagged[0] += inspector.Inspect(attentive).IsFlagged ? 1 : 0;
            flagged[1] += inspector.Inspect(noise).IsFlagged ? 1 : 0;
            flagged[2] += inspector.Inspect([.. attentive.Select(answer => new Answer(answer.ItemId, straight))]).IsFlagged ? 1 : 0;
            flagged[3] += inspector.Inspect([.. attentive.Take(12), .. noise.Skip(12)]).IsFlagged ? 1 : 0;
        }

        const string test = "careless answers, 24 items";
        return
        [
            new SimulationRow(test, "attentive people", "flagged, %", 100.0 * flagged[0] / _people, "≤ 5"),
            new SimulationRow(test, "random clicks", "flagged, %", 100.0 * flagged[1] / _people, "≥ 75"),
            new SimulationRow(test, "always the same answer", "flagged, %", 100.0 * flagged[2] / _people, "≥ 99"),
            new SimulationRow(test, "second half random", "flagged, %", 100.0 * flagged[3] / _people, "≥ 45"),
        ];
    }

    /// <summary>A bank of items with start parameters, every second one reversed.</summary>
    public static ItemBank StartBank(IReadOnlyList<string> dimensions, int perDimension)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        var text = new LocalizedText([KeyValuePair.Create("fr", "…")]);
        return new ItemBank(
            dimensions.SelectMany(dimension => Enumerable.Range(1, perDimension).Select(k => new Item { Id = $"{dimension}-{k}", QualityId = dimension, Reversed = k % 2 == 0, Text = text })),
            dimensions);
    }

    private static ItemBank WithSlope(ItemBank bank, double slope) => new(
        bank.Items.Select(item => new Item
        {
            Id = item.Id,
            QualityId = item.QualityId,
            Reversed = item.Reversed,
            Text = item.Text,
            SimilarTo = item.SimilarTo,
            Parameters = new ItemParameters(slope, item.Parameters.B.AsSpan()),
        }),
        bank.Dimensions);

    private static double[][] Points(OccupationGallery gallery) =>
        [.. Enumerable.Range(0, gallery.Ids.Count).Select(j => Enumerable.Range(0, gallery.Dimensions.Count).Select(d => gallery.Value(j, d) is var value && double.IsNaN(value) ? 0 : value).ToArray())];

    private static double PlainSumOf(ItemBank bank, List<Answer> answers, int dimension)
    {
        var own = answers.Where(answer => bank.DimensionOf(bank.IndexOf(answer.ItemId)) == dimension).ToList();
        return PlainSum.Score([.. own.Select(answer => answer.Value)], [.. own.Select(answer => bank.Find(answer.ItemId)!.Reversed)]) - 3 ?? 0;
    }

    private static double Correlation(List<double> x, List<double> y) => ProfileBaselines.Pearson(x.ToArray(), y.ToArray());

    private delegate double Nearness(ReadOnlySpan<double> person, ReadOnlySpan<double> occupation);

    private sealed class Tally
    {
        public int People { get; private set; }

        public int First { get; private set; }

        public int Five { get; private set; }

        public int Ten { get; private set; }

        public void Add(int rank)
        {
            People++;
            First += rank == 1 ? 1 : 0;
            Five += rank <= 5 ? 1 : 0;
            Ten += rank <= 10 ? 1 : 0;
        }

        public double Share(int hits) => 100.0 * hits / People;
    }
}
