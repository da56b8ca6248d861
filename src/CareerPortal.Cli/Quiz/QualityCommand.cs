using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Cli.Quiz;

internal static class QualityCommand
{
    public static Command Build()
    {
        var answers = QuizCommand.Input("--answers", "Answers in the order asked: one column per item, from 1, empty where missing; 'id' is optional.");
        var keys = QuizCommand.Input("--keys", "Keys: 'scale,item,sign'.");
        var parameters = QuizCommand.Input("--parameters", "Parameters: 'scale,item,keyed,a,b1..'.");
        var times = QuizCommand.Input("--times", "Seconds of each answer: the same people and columns, empty where unknown.", required: false);
        var json = QuizCommand.AsJson();
        var command = new Command("quality", "How carefully each person answered: longest run, person fit, times, flag.") { answers, keys, parameters, times, json };
        QuizCommand.Run(
            command,
            parsed =>
            {
                var keyFile = KeyFile.Read(parsed.GetRequiredValue(keys));
                return Inspect(parsed.GetRequiredValue(answers), keyFile, ParameterFile.Read(parsed.GetRequiredValue(parameters), keyFile), parsed.GetValue(times));
            },
            json);
        return command;
    }

    private static Report Inspect(string path, KeyFile keys, ItemBank bank, string? timesPath)
    {
        var inspector = new ResponseInspector(new ProfileEstimator(bank, SymmetricMatrix.Identity(bank.Dimensions.Count)));
        int[] order;
        using (var file = CsvFile.Open(path))
            order = [.. Enumerable.Range(0, bank.Items.Count).OrderBy(item => file.Column(keys.Keys[item].Item))];
        var names = order.Select(item => keys.Keys[item].Item).ToList();
        var times = timesPath is null ? null : Times(timesPath, names);
        var report = new Report("id", "answers", "longest_run", "person_fit", "median_seconds", "fast_share", "flag");
        var number = 0;
        foreach (var (id, values) in AnswerTable.Read(path, names, [.. order.Select(item => bank.Items[item].Parameters.Answers)]))
        {
            if (times is not null && number >= times.Count)
                throw new InputException(timesPath!, $"there are only {times.Count} people, {path} has more.");
            var answers = values.Select((value, at) => new Answer(bank.Items[order[at]].Id, value == 0 ? null : value)).ToList();
            var result = inspector.Inspect(answers, times?[number]);
            number++;
            report.Row(id, result.Answers, result.LongestRun, result.PersonFit ?? double.NaN, result.MedianSeconds ?? double.NaN, result.FastShare ?? double.NaN, result.Signs);
            report.Json(new JsonObject
            {
                ["id"] = id,
                ["answers"] = result.Answers,
                ["longestRun"] = result.LongestRun,
                ["personFit"] = result.PersonFit,
                ["medianSeconds"] = result.MedianSeconds,
                ["fastShare"] = result.FastShare,
                ["flagged"] = result.IsFlagged,
                ["signs"] = result.Signs.ToString(),
            });
        }

        return report;
    }

    private static List<double[]> Times(string path, List<string> names)
    {
        using var file = CsvFile.Open(path);
        var columns = names.Select(file.Column).ToArray();
        return [.. file.Rows().Select(row => columns.Select(column => row.Number(column, mayBeEmpty: true)).ToArray())];
    }
}
