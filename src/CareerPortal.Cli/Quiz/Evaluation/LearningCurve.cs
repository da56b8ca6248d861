using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// How fast does the quiz learn? Real people of one half take the quiz of an occupation in the order they came and share their few answers; from those of
/// the first N the items are learned, and the people of the other half, who shared nothing, are measured.
/// </summary>
internal static class LearningCurve
{
    private static readonly int[] Sessions = [50, 100, 200, 500, 1000];

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        RealPeople[] sets = [RealPeople.Spi(data), RealPeople.BigFive(data)];
        StartNorms[] norms = [NormSource.Learn(sets, odd: true), NormSource.Learn(sets, odd: false)];
        return [.. sets.SelectMany(set => Curve(set, norms, seed))];
    }

    private static List<SimulationRow> Curve(RealPeople set, StartNorms[] norms, ulong seed)
    {
        var rules = UnknownParametersEvaluation.Rules(set);
        PercentTally start = new(),
            full = new();
        var learned = Sessions.Select(_ => new PercentTally()).ToArray();
        var answers = new double[Sessions.Length];
        foreach (var learnOdd in new[] { true, false })
        {
            var test = new PercentTest(set, learnOdd, seed);
            var bank = set.Start(norms[learnOdd ? 0 : 1]);
            start.Add(test.Run(bank, test.Correlations, rules));
            full.Add(test.Run(test.Calibrated, test.Correlations, rules));
            var priors = bank.Items.Select(ItemPrior.Of).ToList();
            var people = test.Shared(bank, rules, Sessions[^1]);
            for (var s = 0; s < Sessions.Length; s++)
            {
                var fit = SparseCalibration.Fit(bank, priors, test.Correlations, people.Take(Sessions[s]));
                answers[s] += fit.Items.Average(item => item.Answered) / 2;
                var taught = new ItemBank(
                    bank.Items.Select((item, at) => item with { Parameters = fit.Items[at].Parameters, Uncertainty = fit.Items[at].Uncertainty }),
                    bank.Dimensions
                );
                learned[s].Add(test.Run(taught, test.Correlations, rules));
            }
        }

        var name = $"learning curve, real people ({set.Name}), {rules.Maximum} answers each";
        var rows = new List<SimulationRow>();
        Add("before anyone shared", start, null, "");
        for (var s = 0; s < Sessions.Length; s++)
        {
            var wanted = Sessions[s] switch
            {
                200 => "≥ 40",
                1000 => "≥ 70",
                _ => "",
            };
            rows.Add(new SimulationRow(name, $"{Sessions[s]} people shared", "answers an item", answers[s]));
            Add(
                $"{Sessions[s]} people shared",
                learned[s],
                100 * (start.AbsoluteError - learned[s].AbsoluteError) / (start.AbsoluteError - full.AbsoluteError),
                wanted
            );
        }

        Add("calibrated on all answers of the half", full, null, "");
        return rows;

        void Add(string method, PercentTally tally, double? closed, string wanted)
        {
            rows.Add(new SimulationRow(name, method, "mean distance to the truth, points", tally.AbsoluteError));
            if (closed is { } share)
            {
                rows.Add(new SimulationRow(name, method, "share of the gap closed, %", share, wanted));
            }

            rows.Add(new SimulationRow(name, method, "bias, points", tally.Bias));
            rows.Add(new SimulationRow(name, method, "coverage of 90 % interval, %", tally.Coverage, wanted.Length > 0 ? "88–92" : ""));
            rows.Add(new SimulationRow(name, method, "mean width of the interval, points", tally.Width));
        }
    }
}
