using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Cli.Quiz;

internal static class QualityCommand
{
    public static Command Build()
    {
        var answers = QuizCommand.Input(
            "--answers",
            "Answers in the order asked: one column per item, from 1, empty where missing; 'id' is optional."
        );
        var keys = QuizCommand.Input("--keys", "Keys: 'scale,item,sign'.");
        var parameters = QuizCommand.Input("--parameters", "Parameters: 'scale,item,keyed,a,b1..'.");
        var times = QuizCommand.Input("--times", "Seconds of each answer: the same people and columns, empty where unknown.", required: false);
        var json = QuizCommand.AsJson();
        var command = new Command(
            "quality",
            "How carefully each person answered: longest run, person fit, times, flag. "
                + "The fit says how much better reading explains the answers than random clicks from some point on; below "
                + FormattableString.Invariant($"{ResponseInspector.LowestFit}, where about one in twenty-five real people lies, is a sign, ")
                + FormattableString.Invariant($"and so is a run of a third of the answers, but at least {ResponseInspector.ShortestRun}. ")
                + "An item of several scales counts once, in the first."
        )
        {
            answers,
            keys,
            parameters,
            times,
            json,
        };
        QuizCommand.Run(
            command,
            parsed =>
            {
                var keyFile = KeyFile.Read(parsed.GetRequiredValue(keys));
                return Inspect(
                    parsed.GetRequiredValue(answers),
                    keyFile,
                    ParameterFile.Read(parsed.GetRequiredValue(parameters), keyFile),
                    parsed.GetValue(times)
                );
            },
            json
        );
        return command;
    }

    private static Report Inspect(string path, KeyFile keys, ItemBank bank, string? timesPath)
    {
        var estimator = new ProfileEstimator(bank, SymmetricMatrix.Identity(bank.Dimensions.Count));
        var inspector = new ResponseInspector(estimator);
        int[] order;
        using (var file = CsvFile.Open(path))
        {
            order =
            [
                .. Enumerable.Range(0, bank.Items.Count).DistinctBy(item => keys.Keys[item].Item).OrderBy(item => file.Column(keys.Keys[item].Item)),
            ];
        }

        var names = order.Select(item => keys.Keys[item].Item).ToList();
        var times = timesPath is null ? null : Times(timesPath, names);
        var report = new Report("id", "answers", "longest_run", "person_fit", "median_seconds", "fast_share", "flag");
        foreach (var (id, values) in AnswerTable.Read(path, names, [.. order.Select(item => bank.Items[item].Parameters.Answers)]))
        {
            double[]? own = null;
            if (times is not null && !times.TryGetValue(id, out own))
            {
                throw new InputException(timesPath!, $"there are no times for '{id}' of {path}.");
            }

            var answers = values.Select((value, at) => new Answer(bank.Items[order[at]].Id, value == 0 ? null : value)).ToList();
            var result = inspector.Inspect(answers, own);
            report.Row(
                id,
                result.Answers,
                result.LongestRun,
                result.PersonFit ?? double.NaN,
                result.MedianSeconds ?? double.NaN,
                result.FastShare ?? double.NaN,
                result.Signs
            );
            report.Json(
                new JsonObject
                {
                    ["id"] = id,
                    ["answers"] = result.Answers,
                    ["longestRun"] = result.LongestRun,
                    ["personFit"] = result.PersonFit,
                    ["medianSeconds"] = result.MedianSeconds,
                    ["fastShare"] = result.FastShare,
                    ["flagged"] = result.IsFlagged,
                    ["signs"] = result.Signs.ToString(),
                }
            );
        }

        return report;
    }

    private static Dictionary<string, double[]> Times(string path, List<string> names)
    {
        using var file = CsvFile.Open(path);
        var columns = names.Select(file.Column).ToArray();
        var times = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var row in file.Rows())
        {
            var id = file.Has("id") ? row.Text("id") : (times.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (
                !times.TryAdd(
                    id,
                    [
                        .. columns.Select(column =>
                            row.Number(column, mayBeEmpty: true) is var seconds && seconds < 0
                                ? throw row.Problem(column, $"{row[column]} seconds: a time is not below 0.")
                                : seconds
                        ),
                    ]
                )
            )
            {
                throw row.Problem(file.Column("id"), $"'{id}' stands twice.");
            }
        }

        return times;
    }
}
