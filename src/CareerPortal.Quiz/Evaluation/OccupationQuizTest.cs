using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>
/// The quiz of one occupation with eight qualities: how long does it last, and how near does its result come to that of the whole bank?
/// </summary>
internal static class OccupationQuizTest
{
    private static readonly int[] Levels = [5, 4, 4, 4, 3, 3, 3, 3];

    public static IReadOnlyList<SimulationRow> Run(SimulationBank simulated, int people, ulong seed)
    {
        var bank = simulated.Bank;
        var estimator = new ProfileEstimator(bank, simulated.Correlations, acquiescence: 0);
        var selection = new AdaptiveSelection(estimator);
        var random = new SeededRandom(seed);
        List<double> adaptive = [],
            inTurn = [],
            most = [],
            full = [];
        List<int> lengths = [];
        int covered = 0,
            indeterminate = 0;
        for (var p = 0; p < people; p++)
        {
            var person = SimulatedPerson.Draw(bank, simulated.Correlations, random);
            var shuffled = bank.Dimensions.ToArray();
            random.Shuffle(shuffled.AsSpan());
            var qualities = shuffled.Take(Levels.Length).ToList();
            var session = seed + (ulong)p;
            var occupation = new OccupationProfile("simulated", Levels.Select((level, k) => new RequiredQuality(qualities[k], level, level)));
            var answers = new List<Answer>();
            while (selection.NextForOccupation(answers, occupation, session) is { ItemId: { } id })
            {
                answers.Add(person.Answer(id));
            }

            lengths.Add(answers.Count);

            var score = Score(answers);
            adaptive.Add(score.Compatibility);
            indeterminate += score.Verdict == Verdict.Indeterminate ? 1 : 0;
            inTurn.Add(Score(person.Answers(InTurnSelection.Plan(qualities, bank, session, answers.Count))).Compatibility);
            most.Add(Score(person.Answers(InTurnSelection.Plan(qualities, bank, session, selection.Rules.Maximum))).Compatibility);
            full.Add(Score(person.Answers(bank.Items.Where(item => qualities.Contains(item.QualityId)).Select(item => item.Id))).Compatibility);
            var loss = 0.0;
            for (var k = 0; k < Levels.Length; k++)
            {
                loss += occupation.Weights[k] * OccupationScorer.Loss(occupation.Requirements[k], person.Levels[bank.DimensionIndex(qualities[k])]);
            }

            var truth = CompatibilityScale.Compatibility(loss);
            covered += score.IntervalLow <= truth && truth <= score.IntervalHigh ? 1 : 0;

            CompatibilityScore Score(IReadOnlyList<Answer> given) => OccupationScorer.Score(estimator.Estimate(given), occupation);
        }

        lengths.Sort();
        var test = $"quiz of one occupation, {simulated.Name}";
        const string nearness = "r with the whole bank";
        return
        [
            new SimulationRow(test, "adaptive", "median length", lengths[lengths.Count / 2], "≤ 18"),
            new SimulationRow(test, "adaptive", "longest", lengths[^1], "≤ 24"),
            new SimulationRow(test, "adaptive", nearness, Correlation(adaptive, full), "≥ 0.975"),
            new SimulationRow(test, "in turn, same length", nearness, Correlation(inTurn, full)),
            new SimulationRow(test, "in turn, 24 items", nearness, Correlation(most, full)),
            new SimulationRow(test, "adaptive", "coverage of 90 % interval, %", 100.0 * covered / people, "88–92"),
            new SimulationRow(test, "adaptive", "indeterminate, %", 100.0 * indeterminate / people),
        ];
    }

    private static double Correlation(List<double> x, List<double> y) => ProfileBaselines.Pearson(x.ToArray(), y.ToArray());
}
