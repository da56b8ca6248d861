using System.CommandLine;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz;

internal static class StartCorrelationsCommand
{
    public static Command Build()
    {
        var data = QuizCommand.Input("--data", "The folder that holds spi_sapa in its own folder.");
        var output = QuizCommand.Input("--output", "Also write the file that ships with the engine (Qualities/correlations.json).", required: false);
        var json = QuizCommand.AsJson();
        var command = new Command(
            "start-correlations",
            "How the 24 qualities go together before anyone here has answered: learned from every second person of the SPI."
        )
        {
            data,
            output,
            json,
        };
        QuizCommand.Run(command, parsed => Learn(parsed.GetRequiredValue(data), parsed.GetValue(output)), json, asCsv: true);
        return command;
    }

    private static Report Learn(string folder, string? output)
    {
        var data = new OpenData(folder);
        if (SpiBank.Missing(data) is { } missing)
        {
            throw new InputException(folder, $"{missing} is missing.");
        }

        var set = RealPeople.Spi(data);
        var people = set.Half(odd: true);
        var correlations = QualityScales.Qualities(
            [.. set.Scales.Select(scale => scale.Name)],
            LatentCorrelations.Learn(set.Calibrate(people), people)
        );
        if (output is not null)
        {
            File.WriteAllText(output, QualityCorrelations.Write(correlations, [NormSource.Spi]));
        }

        var report = new Report(["dimension", .. QualityIds.All]);
        report.Add(QualityIds.All, correlations);
        return report;
    }
}
