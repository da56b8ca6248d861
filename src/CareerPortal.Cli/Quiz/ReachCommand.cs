using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Quiz.Evaluation;

namespace CareerPortal.Cli.Quiz;

internal static class ReachCommand
{
    /// <summary>As many as the evaluation of the engine bears.</summary>
    private const int MostPeople = 100_000;

    public static Command Build()
    {
        var people = new Option<int>("--people") { Description = "Simulated people.", DefaultValueFactory = _ => 1000 };
        QuizCommand.Between(people, 1, MostPeople);
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same table.", DefaultValueFactory = _ => 2026 };
        var content = QuizCommand.Input(
            "--content",
            "A folder of exchange files; without it the occupations that come with the portal.",
            required: false
        );
        var json = QuizCommand.AsJson();
        var command = new Command(
            "reach",
            "Where the quiz over all occupations leads ordinary simulated people: how often each occupation comes first and among the first three."
        )
        {
            people,
            seed,
            content,
            json,
        };
        QuizCommand.Run(command, parsed => Count(parsed.GetValue(people), parsed.GetValue(seed), parsed.GetValue(content)), json);
        return command;
    }

    private static Report Count(int people, ulong seed, string? content)
    {
        var reach = ContentReach.TestOf(content).Ordinary(people, seed);
        var report = new Report("occupation", "first, %", "first three, %", "first by likelihood alone, %");
        foreach (var j in Enumerable.Range(0, reach.Ids.Count).OrderByDescending(j => reach.First[j]).ThenBy(j => j))
        {
            double[] shares = [.. new[] { reach.First[j], reach.Near[j], reach.FirstByLikelihood[j] }.Select(n => Math.Round(100.0 * n / people, 1))];
            report.Row(reach.Ids[j], shares[0], shares[1], shares[2]);
            report.Json(
                new JsonObject
                {
                    ["occupation"] = reach.Ids[j],
                    ["first"] = reach.First[j],
                    ["firstThree"] = reach.Near[j],
                    ["firstByLikelihood"] = reach.FirstByLikelihood[j],
                }
            );
        }

        return report;
    }
}
