using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>How near do estimates from two and three items of each quality come to the true levels?</summary>
internal static class RecoveryTest
{
    private const double NinetyPercent = 1.6448536269514722;

    public static IEnumerable<SimulationRow> Run(SimulationBank simulated, int people, ulong seed)
    {
        var bank = simulated.Bank;
        var n = bank.Dimensions.Count;
        var estimator = new ProfileEstimator(bank, simulated.Correlations);
        var tables = bank.Items.Select(AnswerTables.Of).ToArray();
        var precise = new PrecisionSelection(tables);
        foreach (var (perQuality, wanted) in new[] { (2, "≤ 0.45"), (3, "≤ 0.41") })
        {
            var test = $"trait recovery, {perQuality} items a quality, {simulated.Name}";
            Tally inTurn = new(),
                adaptive = new();
            var random = new SeededRandom(seed);
            for (var p = 0; p < people; p++)
            {
                var person = SimulatedPerson.Draw(bank, simulated.Correlations, random);
                inTurn.Add(person, estimator.Estimate(person.Answers(InTurnSelection.Plan(bank.Dimensions, bank, seed + (ulong)p, n * perQuality))));
                adaptive.Add(person, estimator.Estimate([.. Enumerable.Range(0, n).SelectMany(q => Take(person, q, perQuality))]));
            }

            yield return new SimulationRow(test, "in turn, own items only", "RMSE", inTurn.Own);
            yield return new SimulationRow(test, "in turn, with borrowing", "RMSE", inTurn.Borrowed);
            yield return new SimulationRow(test, "adaptive, own items only", "RMSE", adaptive.Own);
            yield return new SimulationRow(test, "adaptive, with borrowing", "RMSE", adaptive.Borrowed, wanted);
            yield return new SimulationRow(test, "adaptive, with borrowing", "coverage of 90 % interval, %", adaptive.Covered, "88–92");
        }

        List<Answer> Take(SimulatedPerson person, int quality, int count)
        {
            var posterior = new QualityPosterior();
            var left = bank.ItemsOf(quality).ToArray().ToList();
            var answers = new List<Answer>();
            while (answers.Count < count && left.Count > 0)
            {
                var at = precise.Next(posterior, left.ToArray(), count - answers.Count);
                var answer = person.Answer(bank.Items[at].Id);
                posterior.Add(tables[at], bank.Items[at].Coded(answer.Value!.Value));
                answers.Add(answer);
                left.RemoveAll(item => item == at || bank.AreSimilar(item, at));
            }

            return answers;
        }
    }

    private sealed class Tally
    {
        private double _own;
        private double _borrowed;
        private int _covered;
        private int _count;

        public double Own => Math.Sqrt(_own / _count);

        public double Borrowed => Math.Sqrt(_borrowed / _count);

        public double Covered => 100.0 * _covered / _count;

        public void Add(SimulatedPerson person, Profile profile)
        {
            for (var q = 0; q < profile.Estimates.Count; q++)
            {
                var estimate = profile.Estimates[q];
                var error = estimate.BorrowedMean - person.Levels[q];
                _borrowed += error * error;
                _own += (estimate.Mean - person.Levels[q]) * (estimate.Mean - person.Levels[q]);
                _covered += Math.Abs(error) <= NinetyPercent * estimate.BorrowedStandardError ? 1 : 0;
                _count++;
            }
        }
    }
}
