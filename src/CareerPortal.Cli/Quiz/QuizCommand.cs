using System.CommandLine;
using System.Globalization;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Shell;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Quiz;

/// <summary>The <c>quiz</c> command: the method of the site, runnable on files.</summary>
public static class QuizCommand
{
    /// <summary>Builds the command with its subcommands.</summary>
    public static Command Build(IConfiguration configuration)
    {
        var command = new Command(
            "quiz",
            "The compatibility method on files: comma-separated, UTF-8, with a header and '.' as the decimal sign. "
                + "Bad input is named by file, line and column and ends with exit code 2."
        );
        command.Subcommands.Add(RankCommand.Build());
        command.Subcommands.Add(WithinCommand.Build());
        command.Subcommands.Add(CalibrateCommand.Build());
        command.Subcommands.Add(CorrelationsCommand.Build());
        command.Subcommands.Add(StartNormsCommand.Build());
        command.Subcommands.Add(StartCorrelationsCommand.Build());
        command.Subcommands.Add(EstimateCommand.Build());
        command.Subcommands.Add(ItemsCommand.Build());
        command.Subcommands.Add(ScoreCommand.Build());
        command.Subcommands.Add(QualityCommand.Build());
        command.Subcommands.Add(SimulateCommand.Build());
        command.Subcommands.Add(ReachCommand.Build());
        command.Subcommands.Add(EvaluateCommand.Build());
        command.Subcommands.Add(RecalibrateCommand.Build(configuration));
        return command;
    }

    internal static Option<string> Input(string name, string description, bool required = true) =>
        new(name) { Description = description, Required = required };

    /// <summary>
    /// A whole number that must not be below <paramref name="least"/> nor above <paramref name="most"/>; what is no number the parser itself
    /// refuses.
    /// </summary>
    internal static void Between(Option option, double least, double most = double.MaxValue) =>
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && !(value >= least && value <= most)
            )
            {
                result.AddError(
                    most < double.MaxValue
                        ? FormattableString.Invariant($"{option.Name} goes from {least} to {most}.")
                        : FormattableString.Invariant($"{option.Name} must be at least {least}.")
                );
            }
        });

    internal static Option<bool> AsJson() => new("--json") { Description = "Write JSON instead of a table." };

    /// <summary>Runs a subcommand; bad input goes to the error output and gives exit code 2.</summary>
    internal static void Run(Command command, Func<ParseResult, Report> work, Option<bool> json, bool asCsv = false) =>
        command.SetAction(parsed =>
        {
            try
            {
                var report = work(parsed);
                report.Write(parsed.InvocationConfiguration.Output, parsed.GetValue(json), asCsv);
                foreach (var warning in report.Warnings)
                {
                    parsed.InvocationConfiguration.Error.WriteLine(VisibleText.Of(warning));
                }

                return 0;
            }
            catch (InputException problem)
            {
                parsed.InvocationConfiguration.Error.WriteLine(VisibleText.Of(problem.Message));
                return ExitCode.Faulty;
            }
            catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
            {
                parsed.InvocationConfiguration.Error.WriteLine(VisibleText.Of(problem.Message));
                return ExitCode.Faulty;
            }
        });
}
