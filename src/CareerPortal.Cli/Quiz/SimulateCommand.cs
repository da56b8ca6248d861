using System.CommandLine;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Cli.Quiz;

internal static class SimulateCommand
{
    /// <summary>A hundred times the usual number takes hours; more only fills the memory.</summary>
    private const int MostPeople = 100_000;

    public static Command Build()
    {
        var people = new Option<int>("--people") { Description = "People in each test.", DefaultValueFactory = _ => 1000 };
        QuizCommand.Between(people, 2, MostPeople);
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same table.", DefaultValueFactory = _ => 2026 };
        var gallery = QuizCommand.Input(
            "--gallery",
            "Occupations: 'id' and dimensions; without it 891 made-up occupations on 27 dimensions, which are easier to tell apart than real ones.",
            required: false
        );
        var json = QuizCommand.AsJson();
        var command = new Command("simulate", "Measure the engine and its peers on simulated people, as one table.") { people, seed, gallery, json };
        QuizCommand.Run(command, parsed => Simulate(parsed.GetValue(people), parsed.GetValue(seed), parsed.GetValue(gallery)), json);
        return command;
    }

    private static Report Simulate(int people, ulong seed, string? galleryPath)
    {
        var gallery = galleryPath is null ? null : ProfileTable.Read(galleryPath).ToGallery(galleryPath);
        var report = Report.OfEvaluation();
        report.Add([.. new EngineSimulation(people, seed).Run(gallery), .. ShippedOccupations.Test(people, seed)], decimals: 3);
        return report;
    }
}
