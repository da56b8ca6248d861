using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Calibration;

namespace CareerPortal.Cli.Quiz;

internal static class CalibrateCommand
{
    private const int MostCategories = 7;

    public static Command Build()
    {
        var answers = QuizCommand.Input("--answers", "Answers: one column per item, from 1, empty where missing; 'id' is optional.");
        var keys = QuizCommand.Input("--keys", "Keys: 'scale,item,sign' with sign 1 or -1.");
        var categories = new Option<int?>("--categories")
        {
            Description = "Number of possible answers; without it the highest answer in the file, at most 7.",
        };
        QuizCommand.Between(categories, 2, ParameterFile.MostAnswers);
        var json = QuizCommand.AsJson();
        var command = new Command(
            "calibrate",
            "Estimate slopes and thresholds by marginal maximum likelihood; the table written is the file that '--parameters' reads."
        )
        {
            answers,
            keys,
            categories,
            json,
        };
        QuizCommand.Run(
            command,
            parsed => Calibrate(parsed.GetRequiredValue(answers), KeyFile.Read(parsed.GetRequiredValue(keys)), parsed.GetValue(categories)),
            json,
            asCsv: true
        );
        return command;
    }

    private static Report Calibrate(string path, KeyFile keys, int? given)
    {
        var items = keys.Keys.Select(key => key.Item).Distinct().ToList();
        var people = AnswerTable.Read(path, items, [.. items.Select(_ => given ?? MostCategories)]).Select(person => person.Values).ToList();
        var categories = given ?? Math.Max(2, people.Max(values => values.Max()));
        var report = new Report(["scale", "item", "keyed", "a", .. Enumerable.Range(1, categories - 1).Select(k => $"b{k}")]);
        var places = items.Select((item, at) => (item, at)).ToDictionary(pair => pair.item, pair => pair.at, StringComparer.Ordinal);
        foreach (var scale in keys.Scales)
        {
            var own = keys.Of(scale).ToList();
            var coded = new byte[people.Count * own.Count];
            for (var p = 0; p < people.Count; p++)
            {
                for (var k = 0; k < own.Count; k++)
                {
                    var value = people[p][places[own[k].Item]];
                    coded[p * own.Count + k] = (byte)(
                        value == 0 ? 0
                        : own[k].IsReversed ? categories + 1 - value
                        : value
                    );
                }
            }

            CalibrationResult result;
            try
            {
                result = GradedResponseCalibration.Fit(coded, own.Count, categories);
            }
            catch (ArgumentException problem)
            {
                throw new InputException(
                    path,
                    $"scale '{scale}' ({string.Join(", ", own.Select(key => key.Item))}): {InputException.Plain(problem)}"
                );
            }

            if (!result.Converged)
            {
                report.Warnings.Add(
                    $"scale '{scale}': the search ended after {result.Cycles} cycles without settling; the parameters are near the best ones at most."
                );
            }

            for (var k = 0; k < own.Count; k++)
            {
                if (result.Items[k].IsAtLimit)
                {
                    report.Warnings.Add(
                        $"scale '{scale}', item '{own[k].Item}': the slope ran to its limit. Is its sign right, and do the items of the scale go together?"
                    );
                }

                if (result.Items[k].Unused > 0)
                {
                    report.Warnings.Add(
                        $"scale '{scale}', item '{own[k].Item}': {result.Items[k].Unused} of {categories} answers were never given; "
                            + "nothing is known of their thresholds."
                    );
                }

                var parameters = result.Items[k].Parameters;
                report.Row([scale, own[k].Item, own[k].IsReversed ? -1 : 1, Four(parameters.A), .. parameters.B.Select(Four)]);
                var entry = new JsonObject
                {
                    ["scale"] = scale,
                    ["item"] = own[k].Item,
                    ["keyed"] = own[k].IsReversed ? -1 : 1,
                    ["a"] = parameters.A,
                };
                for (var b = 0; b < parameters.B.Length; b++)
                {
                    entry[$"b{b + 1}"] = parameters.B[b];
                }

                report.Json(entry);
            }
        }

        return report;
    }

    private static string Four(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
