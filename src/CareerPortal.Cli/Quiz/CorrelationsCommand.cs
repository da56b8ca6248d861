using System.CommandLine;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Cli.Quiz;

internal static class CorrelationsCommand
{
    public static Command Build()
    {
        var answers = QuizCommand.Input("--answers", "Answers: one column per item, from 1, empty where missing; 'id' is optional.");
        var keys = QuizCommand.Input("--keys", "Keys: 'scale,item,sign'; no item in two scales.");
        var parameters = QuizCommand.Input("--parameters", "Parameters: 'scale,item,keyed,a,b1..', as 'quiz calibrate' writes them.");
        var json = QuizCommand.AsJson();
        var command = new Command(
            "correlations",
            "Learn how the scales go together in the population; the table written is the file that 'estimate --correlations' reads."
        )
        {
            answers,
            keys,
            parameters,
            json,
        };
        QuizCommand.Run(
            command,
            parsed =>
            {
                var keyFile = KeyFile.Read(parsed.GetRequiredValue(keys));
                return Learn(parsed.GetRequiredValue(answers), keyFile, ParameterFile.Read(parsed.GetRequiredValue(parameters), keyFile));
            },
            json,
            asCsv: true
        );
        return command;
    }

    private static Report Learn(string path, KeyFile keys, ItemBank bank)
    {
        var people = AnswerTable
            .Read(path, [.. keys.Keys.Select(key => key.Item)], [.. bank.Items.Select(item => item.Parameters.Answers)])
            .Select(person => person.Values)
            .ToList();
        var correlations =
            AnswerReplay.Learn(keys, bank, people)
            ?? throw new InputException(path, $"at least {AnswerReplay.FewestToLearn} people and two scales without a common item are needed.");
        var report = new Report(["dimension", .. keys.Scales]);
        report.Add(keys.Scales, correlations);
        return report;
    }
}
