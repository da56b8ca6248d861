using System.CommandLine;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz;

internal static class WithinCommand
{
    public static Command Build()
    {
        var first = QuizCommand.Input("--first", "Profiles of the first measure: 'id' and dimensions.");
        var second = QuizCommand.Input("--second", "Profiles of the second measure, matched by 'id'.");
        var shrink = new Option<double>("--shrink")
        {
            Description = "How far cells off the diagonal are drawn to 0, from 0 to 1.",
            DefaultValueFactory = _ => WithinCovariance.DefaultShrink,
        };
        QuizCommand.Between(shrink, 0, 1);
        var json = QuizCommand.AsJson();
        var command = new Command("within", "Learn W from profiles measured twice; the table written is the file that 'rank --within' reads.")
        {
            first,
            second,
            shrink,
            json,
        };
        QuizCommand.Run(
            command,
            parsed => Learn(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(shrink)),
            json,
            asCsv: true
        );
        return command;
    }

    private static Report Learn(string firstPath, string secondPath, double shrink)
    {
        var first = ProfileTable.Read(firstPath);
        var second = ProfileTable.Read(secondPath, first.Dimensions);
        var places = second.Ids.Select((id, at) => (id, at)).ToDictionary(pair => pair.id, pair => pair.at, StringComparer.Ordinal);
        var n = first.Dimensions.Count;
        var one = new List<double>();
        var other = new List<double>();
        for (var at = 0; at < first.Ids.Count; at++)
        {
            if (!places.TryGetValue(first.Ids[at], out var match))
            {
                continue;
            }

            one.AddRange(first.Row(at));
            other.AddRange(second.Row(match));
        }

        if (one.Count < 2 * n)
        {
            throw new InputException(secondPath, $"fewer than two ids are also in {firstPath}.");
        }

        var w = WithinCovariance.Learn([.. one], [.. other], n, shrink);
        var report = new Report(["dimension", .. first.Dimensions]);
        report.Add(first.Dimensions, w);
        return report;
    }
}
