using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Cli.Quiz;

internal static class StartNormsCommand
{
    public static Command Build()
    {
        var data = QuizCommand.Input("--data", "The folder that holds spi_sapa and openpsych_big5, each in its own folder.");
        var output = QuizCommand.Input(
            "--output",
            "Also write the norms as the file that ships with the engine (Items/start-norms.json).",
            required: false
        );
        var json = QuizCommand.AsJson();
        var command = new Command(
            "start-norms",
            "What items start with before anyone here has answered them: means and spread of slopes and thresholds by kind of item, "
                + "from every second person of two open data sets."
        )
        {
            data,
            output,
            json,
        };
        QuizCommand.Run(command, parsed => Learn(parsed.GetRequiredValue(data), parsed.GetValue(output)), json);
        return command;
    }

    private static Report Learn(string folder, string? output)
    {
        var data = new OpenData(folder);
        if (UnknownParametersEvaluation.Missing(data) is { } missing)
        {
            throw new InputException(folder, $"{missing} is missing.");
        }

        var norms = NormSource.Learn([RealPeople.Spi(data), RealPeople.BigFive(data)], odd: true);
        if (output is not null)
        {
            File.WriteAllText(output, norms.Write());
        }

        var report = new Report("kind", "items", "a", "b1", "b2", "b3", "b4", "sd_ln_a", "sd_b1", "sd_b2", "sd_b3", "sd_b4", "sd_shared");
        foreach (var norm in Enum.GetValues<ItemKind>().Select(norms.Of))
        {
            var own = Enumerable.Range(0, norm.Parameters.Answers).Select(k => Math.Sqrt(norm.Uncertainty.Covariance[k, k])).ToList();
            report.Row([
                norm.Kind,
                norm.Items,
                norm.Parameters.A,
                .. norm.Parameters.B.Select(b => (object)b),
                .. own.Select(deviation => (object)deviation),
                norm.Uncertainty.SharedDeviation,
            ]);
            report.Json(
                new JsonObject
                {
                    ["kind"] = norm.Kind.ToString(),
                    ["items"] = norm.Items,
                    ["a"] = norm.Parameters.A,
                    ["b"] = new JsonArray([.. norm.Parameters.B.Select(b => (JsonNode)b)]),
                    ["own"] = new JsonArray([.. own.Select(deviation => (JsonNode)deviation)]),
                    ["shared"] = norm.Uncertainty.SharedDeviation,
                }
            );
        }

        report.Warnings.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Acquiescence {norms.People.Acquiescence:0.###} points of five; "
                    + $"between countries {norms.People.Countries:0.###} z a scale, {norms.People.CountriesInCommon:0.###} in common."
            )
        );
        return report;
    }
}
