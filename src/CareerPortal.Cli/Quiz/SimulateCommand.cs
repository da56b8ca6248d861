using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Quiz.Simulation;

namespace CareerPortal.Cli.Quiz;

internal static class SimulateCommand
{
    public static Command Build()
    {
        var people = new Option<int>("--people") { Description = "People in each test.", DefaultValueFactory = _ => 1000 };
        QuizCommand.Between(people, 2);
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same table.", DefaultValueFactory = _ => 2026 };
        var gallery = QuizCommand.Input("--gallery", "Occupations: 'id' and dimensions; without it 891 made-up occupations on 27 dimensions, which are easier to tell apart than real ones.", required: false);
        var json = QuizCommand.AsJson();
        var command = new Command("simulate", "Measure the engine and its peers on simulated people, as one table.") { people, seed, gallery, json };
        QuizCommand.Run(command, parsed => Simulate(parsed.GetValue(people), parsed.GetValue(seed), parsed.GetValue(gallery)), json);
        return command;
    }

    private static Report Simulate(int people, ulong seed, string? galleryPath)
    {
        var gallery = galleryPath is null ? null : ProfileTable.Read(galleryPath).ToGallery(galleryPath);
        var report = new Report("test", "method", "measure", "value", "wanted");
        foreach (var row in new EngineSimulation(people, seed).Run(gallery))
        {
            report.Row(row.Test, row.Method, row.Measure, Math.Round(row.Value, 3), row.Wanted);
            report.Json(new JsonObject { ["test"] = row.Test, ["method"] = row.Method, ["measure"] = row.Measure, ["value"] = row.Value, ["wanted"] = row.Wanted });
        }

        return report;
    }
}
