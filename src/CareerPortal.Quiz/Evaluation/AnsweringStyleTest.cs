using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>
/// Someone who gives one answer to everything: by how much does the percent of one occupation depend on which questions the draw gave them?
/// </summary>
/// <remarks>
/// The answers say nothing about the person, so the percent should not either: a spread over sessions is luck. Where agreeing speaks for a quality as
/// often as against it, the luck is gone.
/// </remarks>
public static class AnsweringStyleTest
{
    /// <summary>Sessions of each person.</summary>
    public const int Sessions = 100;

    private static readonly (string Name, int Answer)[] Styles = [("yes-sayer", 5), ("no-sayer", 1)];

    /// <summary>For each occupation, someone who always agrees and someone who never does: mean and standard deviation of the percent.</summary>
    /// <param name="estimator">The estimator whose bank is asked from.</param>
    /// <param name="occupations">The occupations, by the name that the table gives them.</param>
    /// <param name="seed">Same seed, same table.</param>
    public static IReadOnlyList<SimulationRow> Run(
        ProfileEstimator estimator,
        IEnumerable<(string Name, OccupationProfile Occupation)> occupations,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(occupations);
        var selection = new AdaptiveSelection(estimator);
        var rows = new List<SimulationRow>();
        foreach (var (name, occupation) in occupations)
        {
            foreach (var (style, answer) in Styles)
            {
                var percents = Enumerable
                    .Range(0, Sessions)
                    .Select(session =>
                        OccupationScorer.Score(estimator.Estimate(Answers(selection, occupation, seed + (ulong)session, answer)), occupation)
                    )
                    .Select(score => score.Compatibility)
                    .ToList();
                var mean = percents.Average();
                var test = $"one answer to everything, {name}";
                rows.Add(new SimulationRow(test, style, "mean percent", mean));
                rows.Add(
                    new SimulationRow(
                        test,
                        style,
                        $"standard deviation over {Sessions} sessions",
                        Math.Sqrt(percents.Sum(p => (p - mean) * (p - mean)) / (percents.Count - 1)),
                        "≤ 4"
                    )
                );
                rows.Add(new SimulationRow(test, style, "lowest", percents.Min()));
                rows.Add(new SimulationRow(test, style, "highest", percents.Max()));
            }
        }

        return rows;
    }

    private static List<Answer> Answers(AdaptiveSelection selection, OccupationProfile occupation, ulong session, int answer)
    {
        var answers = new List<Answer>();
        while (selection.NextForOccupation(answers, occupation, session) is { ItemId: { } id })
        {
            answers.Add(new Answer(id, answer));
        }

        return answers;
    }
}
