using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>Are careless answers found among 24 (eight qualities, three items each) by one OR rule, and attentive people spared?</summary>
internal static class CarelessTest
{
    private const int Qualities = 8;

    public static IReadOnlyList<SimulationRow> Run(SimulationBank simulated, int people, ulong seed)
    {
        var bank = simulated.Bank;
        var estimator = new ProfileEstimator(bank, simulated.Correlations, acquiescence: 0);
        var inspector = new ResponseInspector(estimator);
        var random = new SeededRandom(seed);
        var length = new SelectionRules().Maximum;
        var flagged = new int[4];
        for (var p = 0; p < people; p++)
        {
            var person = SimulatedPerson.Draw(bank, simulated.Correlations, random);
            var attentive = person.Answers(Plan(p));
            var straight = 1 + random.NextBelow(Highest(attentive[0]));
            var noise = attentive.Select(answer => new Answer(answer.ItemId, 1 + random.NextBelow(Highest(answer)))).ToList();
            Count(0, attentive);
            Count(1, noise);
            Count(2, [.. attentive.Select(answer => new Answer(answer.ItemId, straight))]);
            Count(3, [.. attentive.Take(length / 2), .. noise.Skip(length / 2)]);
        }

        var test = $"careless answers, 24 items, {simulated.Name}";
        return
        [
            new SimulationRow(test, "attentive people", "flagged, %", 100.0 * flagged[0] / people, "≤ 5"),
            new SimulationRow(test, "random clicks", "flagged, %", 100.0 * flagged[1] / people, "≥ 75"),
            new SimulationRow(test, "always the same answer", "flagged, %", 100.0 * flagged[2] / people, "≥ 99"),
            new SimulationRow(test, "second half random", "flagged, %", 100.0 * flagged[3] / people, "≥ 45"),
        ];

        void Count(int kind, IReadOnlyList<Answer> answers) => flagged[kind] += inspector.Inspect(answers).IsFlagged ? 1 : 0;

        int Highest(Answer answer) => bank.Find(answer.ItemId)!.Parameters.Answers;

        IReadOnlyList<string> Plan(int session)
        {
            var qualities = bank.Dimensions.ToArray();
            new SeededRandom(seed + (ulong)session).Shuffle(qualities.AsSpan());
            return InTurnSelection.Plan([.. qualities.Take(Qualities)], bank, seed + (ulong)session, length);
        }
    }
}
