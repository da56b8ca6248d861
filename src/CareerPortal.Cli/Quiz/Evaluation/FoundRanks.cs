using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>The places at which people found their occupation, as rows of the table.</summary>
internal static class FoundRanks
{
    /// <param name="test">What was tested.</param>
    /// <param name="ranks">By method, a place from 1 for each person.</param>
    public static IReadOnlyList<SimulationRow> Rows(string test, IReadOnlyDictionary<string, List<double>> ranks) =>
        [
            .. ranks.SelectMany(pair =>
                new[]
                {
                    new SimulationRow(test, pair.Key, "top 1, %", Within(pair.Value, 1)),
                    new SimulationRow(test, pair.Key, "top 5, %", Within(pair.Value, 5)),
                    new SimulationRow(test, pair.Key, "top 10, %", Within(pair.Value, 10)),
                    new SimulationRow(test, pair.Key, "mean reciprocal rank", pair.Value.Average(rank => 1 / rank)),
                }
            ),
        ];

    private static double Within(List<double> ranks, int top) => 100.0 * ranks.Count(rank => rank <= top) / ranks.Count;
}
