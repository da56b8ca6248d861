using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>
/// Is each person's occupation found again among all? People lie 0.3 standard deviations around an occupation of the gallery and answer 24
/// items.
/// </summary>
internal sealed class RankingTest
{
    private const int ShortLength = 14;
    private const string Short = "adaptive, 14 items";
    private const string Longer = "adaptive, 24 items";
    private static readonly (int Top, string Longer, string Short)[] Measures = [(1, "≥ 30", "≥ 15"), (5, "≥ 60", "≥ 40"), (10, "≥ 70", "≥ 56")];
    private static readonly SelectionRules Rules = new();
    private readonly OccupationGallery _gallery;
    private readonly ItemBank _bank;
    private readonly double[][] _points;
    private readonly double[] _scores;
    private readonly Dictionary<string, int[]> _hits = [];

    private RankingTest(OccupationGallery gallery, ItemBank bank)
    {
        _gallery = gallery;
        _bank = bank;
        _points =
        [
            .. Enumerable.Range(0, gallery.Ids.Count).Select(j => gallery.Point(j).Select(value => double.IsNaN(value) ? 0 : value).ToArray()),
        ];
        _scores = new double[gallery.Ids.Count];
    }

    private delegate double Nearness(ReadOnlySpan<double> person, ReadOnlySpan<double> occupation);

    public static IReadOnlyList<SimulationRow> Run(OccupationGallery gallery, SimulationBank bank, int people, ulong seed) =>
        new RankingTest(gallery, bank.Over(gallery.Dimensions)).Rows(people, seed, $"right occupation among {gallery.Ids.Count}, {bank.Name}");

    private List<SimulationRow> Rows(int people, ulong seed, string test)
    {
        var n = _gallery.Dimensions.Count;
        var estimator = new ProfileEstimator(_bank, SymmetricMatrix.Identity(n));
        var ranker = new AnswerRanker(_gallery, _bank);
        var gaussian = new OccupationRanker(
            _gallery,
            SymmetricMatrix.Create(n, (i, j) => i == j ? AnswerRanker.DefaultDeviation * AnswerRanker.DefaultDeviation : 0)
        );
        var adaptive = new AdaptiveSelection(estimator, Rules).ForRanking(ranker);
        var interests = Enumerable.Range(0, n).Where(d => InterestIds.Includes(_gallery.Dimensions[d])).ToArray();
        var random = new SeededRandom(seed);
        for (var p = 0; p < people; p++)
        {
            var truth = random.NextBelow(_gallery.Ids.Count);
            var levels = _points[truth].Select(level => level + AnswerRanker.DefaultDeviation * random.NextNormal()).ToArray();
            var person = SimulatedPerson.Create(_bank, levels, random);
            var session = seed + (ulong)p;
            var order = _gallery.Dimensions.ToArray();
            random.Shuffle(order.AsSpan());

            var asked = new List<Answer>();
            while (adaptive.Next(asked, session) is { ItemId: { } id })
            {
                asked.Add(person.Answer(id));
                if (asked.Count == ShortLength)
                {
                    ByAnswers(Short, asked);
                }
            }

            ByAnswers(Longer, asked);
            var inTurn = person.Answers(InTurnSelection.Plan(order, _bank, session, Rules.Maximum));
            ByAnswers("in turn, 24 items", inTurn);
            ByAnswers("random items, 24 items", person.Answers(RandomSelection.Plan(order, _bank, session, Rules.Maximum)));

            var profile = estimator.Estimate(inTurn);
            var mean = new double[n];
            var covariance = new double[n * n];
            gaussian.Take(profile, mean, covariance);
            gaussian.Score(mean, covariance, _scores);
            Count("in turn, Gaussian on the profile", truth);
            var own = profile.Mean.ToArray();
            ByVectors("in turn, Pearson on all", own, ProfileBaselines.Pearson);
            ByVectors("in turn, Euclid", own, ProfileBaselines.Euclid);
            ByVectors("in turn, shortfall only", own, ProfileBaselines.Shortfall);
            ByVectors("in turn, plain sum", [.. Enumerable.Range(0, n).Select(d => SumOf(inTurn, d))], ProfileBaselines.Sum);
            if (interests.Length == 6)
            {
                for (var j = 0; j < _scores.Length; j++)
                {
                    _scores[j] = ProfileBaselines.Pearson([.. interests.Select(d => own[d])], [.. interests.Select(d => _points[j][d])]);
                }

                Count("in turn, Pearson on the six interests", truth);
            }

            for (var j = 0; j < _scores.Length; j++)
            {
                _scores[j] = ProfileBaselines.Random(random);
            }

            Count("random order", truth);

            void ByAnswers(string method, List<Answer> answers)
            {
                ranker.Score(answers, _scores);
                Count(method, truth);
            }

            void ByVectors(string method, double[] vector, Nearness nearness)
            {
                for (var j = 0; j < _scores.Length; j++)
                {
                    _scores[j] = nearness(vector, _points[j]);
                }

                Count(method, truth);
            }
        }

        return
        [
            .. _hits.SelectMany(pair =>
                Measures.Select(
                    (measure, at) =>
                        new SimulationRow(
                            test,
                            pair.Key,
                            $"top {measure.Top}, %",
                            100.0 * pair.Value[at] / people,
                            pair.Key == Longer ? measure.Longer
                                : pair.Key == Short ? measure.Short
                                : ""
                        )
                )
            ),
        ];
    }

    private void Count(string method, int truth)
    {
        if (!_hits.TryGetValue(method, out var hits))
        {
            _hits[method] = hits = new int[Measures.Length];
        }

        var rank = 1;
        foreach (var score in _scores)
        {
            rank += score > _scores[truth] ? 1 : 0;
        }

        for (var at = 0; at < hits.Length; at++)
        {
            hits[at] += rank <= Measures[at].Top ? 1 : 0;
        }
    }

    /// <summary>The mean of the coded answers around the middle answer; 0 without answers.</summary>
    private double SumOf(List<Answer> answers, int dimension)
    {
        var own = answers.Where(answer => _bank.DimensionOf(_bank.IndexOf(answer.ItemId)) == dimension).ToList();
        var highest = _bank.Items[_bank.ItemsOf(dimension)[0]].Parameters.Answers;
        return PlainSum.Score([.. own.Select(answer => answer.Value)], [.. own.Select(answer => _bank.Find(answer.ItemId)!.Reversed)], highest)
                - (highest + 1) / 2.0
            ?? 0;
    }
}
