using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Compatibility;

namespace CareerPortal.Cli.Quiz;

internal static class ReachCommand
{
    /// <summary>As many as the evaluation of the engine bears.</summary>
    private const int MostPeople = 100_000;

    /// <summary>How many of the most frequent first families are named.</summary>
    private const int Shown = 10;

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
        var catalogue = new Option<bool>("--catalogue")
        {
            Description = "Over the families of equal profile of the content and of the catalogue that comes with the portal, by their first ten.",
        };
        var json = QuizCommand.AsJson();
        var command = new Command(
            "reach",
            "Where the quiz over all occupations leads ordinary simulated people: how often each occupation comes first and among the first three."
        )
        {
            people,
            seed,
            content,
            catalogue,
            json,
        };
        QuizCommand.Run(
            command,
            parsed =>
                parsed.GetValue(catalogue)
                    ? Summary(parsed.GetValue(people), parsed.GetValue(seed), parsed.GetValue(content))
                    : Count(parsed.GetValue(people), parsed.GetValue(seed), parsed.GetValue(content)),
            json
        );
        return command;
    }

    private static Report Summary(int people, ulong seed, string? content)
    {
        var reach = ContentReach.TestWithCatalogue(content).Ordinary(people, seed, Adviser.Suggested);
        var report = new Report("measure", "value");
        Row("families of equal profile", reach.Ids.Count);
        Row("reach somebody's first ten, %", 100 * reach.Reached);
        Row("most frequent first family, %", 100 * reach.LargestFirst);
        Row("the same by likelihood alone, %", 100 * reach.LargestFirstByLikelihood);
        Row("families that come first for somebody, %", 100.0 * reach.First.Count(n => n > 0) / reach.Ids.Count);
        Row("families that fit a person, mean", reach.Fitting.Average());
        Row("none fits, %", 100.0 * reach.Fitting.Count(n => n == 0) / people);
        foreach (var j in Enumerable.Range(0, reach.Ids.Count).OrderByDescending(j => reach.First[j]).ThenBy(j => j).Take(Shown))
        {
            Row($"first: {reach.Ids[j]}, %", 100.0 * reach.First[j] / people);
        }

        return report;

        void Row(string measure, double value)
        {
            report.Row(measure, Math.Round(value, 2));
            report.Json(new JsonObject { ["measure"] = measure, ["value"] = value });
        }
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
