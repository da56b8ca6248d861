using System.CommandLine;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz;

internal static class WithinCommand
{
    public static Command Build()
    {
        var first = QuizCommand.Input("--first", "Profiles of the first measure: 'id' and dimensions.");
        var second = QuizCommand.Input("--second", "Profiles of the second measure, matched by 'id'.");
        var shrink = new Option<double?>("--shrink")
        {
            Description =
                "How far cells of W off the diagonal are drawn to 0, from 0 to 1; without it chosen inside the pairs, and 0.3 where they are few.",
        };
        QuizCommand.Between(shrink, 0, 1);
        var family = new Option<int>("--family")
        {
            Description = "How many first characters of an id name its family; no family is on both sides while settings are chosen.",
            DefaultValueFactory = _ => 2,
        };
        QuizCommand.Between(family, 1);
        var json = QuizCommand.AsJson();
        var command = new Command(
            "within",
            "Learn where people of an occupation lie, N(By + c, W), from profiles measured twice (from 50 pairs on; W alone from fewer); "
                + "the table written is the file that 'rank --within' reads."
        )
        {
            first,
            second,
            shrink,
            family,
            json,
        };
        QuizCommand.Run(
            command,
            parsed => Learn(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(shrink), parsed.GetValue(family)),
            json,
            asCsv: true
        );
        return command;
    }

    private static Report Learn(string firstPath, string secondPath, double? shrink, int family)
    {
        var first = ProfileTable.Read(firstPath);
        var second = ProfileTable.Read(secondPath, first.Dimensions);
        var places = second.Ids.Select((id, at) => (id, at)).ToDictionary(pair => pair.id, pair => pair.at, StringComparer.Ordinal);
        var n = first.Dimensions.Count;
        var one = new List<double>();
        var other = new List<double>();
        var families = new List<string>();
        for (var at = 0; at < first.Ids.Count; at++)
        {
            if (!places.TryGetValue(first.Ids[at], out var match))
            {
                continue;
            }

            one.AddRange(first.Row(at));
            other.AddRange(second.Row(match));
            families.Add(first.Ids[at][..Math.Min(family, first.Ids[at].Length)]);
        }

        if (one.Count < 2 * n)
        {
            throw new InputException(secondPath, $"fewer than two ids are also in {firstPath}.");
        }

        var map = Learn([.. one], [.. other], families, n, shrink, secondPath);
        var report = new Report(["dimension", .. first.Dimensions]);
        report.Add(first.Dimensions, map.Within);
        foreach (var (name, cells) in map.IsIdentity ? [] : WithinFile.RowsOf(map, first.Dimensions))
        {
            report.Add(name, first.Dimensions, cells);
        }

        return report;
    }

    private static WithinMap Learn(double[] first, double[] second, List<string> families, int n, double? shrink, string path)
    {
        try
        {
            return WithinMapSearch.Learn(first, second, families, n, shrink);
        }
        catch (ArgumentException problem)
        {
            throw new InputException(path, InputException.Plain(problem));
        }
    }
}
