using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Cli.Quiz;

internal static class EvaluateCommand
{
    public static Command Build()
    {
        var data = QuizCommand.Input(
            "--data",
            "The folder that holds the open data, each set in its own folder: "
                + "openpsych_big5, grm_reference, spi_sapa, onet_27_0, onet_30_1. What is missing is left out and named."
        );
        var people = new Option<int>("--people") { Description = "Simulated people in each test.", DefaultValueFactory = _ => 1000 };
        QuizCommand.Between(people, 2);
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same table.", DefaultValueFactory = _ => 2026 };
        var files = QuizCommand.Input(
            "--files",
            "Also write the O*NET gallery, its noisy copies and two measures to learn W from into this folder, for 'quiz rank' and 'quiz within'.",
            required: false
        );
        var only = QuizCommand.Input("--only", "Only the parts whose name holds this text, such as 'unknown' or 'SPI'.", required: false);
        var json = QuizCommand.AsJson();
        var command = new Command(
            "evaluate",
            "Recompute the evaluation on open data and on simulated people, as one table (docs/quiz-evaluation.md)."
        )
        {
            data,
            people,
            seed,
            files,
            only,
            json,
        };
        QuizCommand.Run(
            command,
            parsed =>
                Evaluate(
                    parsed.GetRequiredValue(data),
                    parsed.GetValue(people),
                    parsed.GetValue(seed),
                    parsed.GetValue(files),
                    parsed.GetValue(only) ?? ""
                ),
            json
        );
        return command;
    }

    private static Report Evaluate(string folder, int people, ulong seed, string? files, string only)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException(folder, "there is no such folder.");
        }

        var data = new OpenData(folder);
        var report = Report.OfEvaluation();
        Add(UnknownParametersEvaluation.Missing(data), () => UnknownParametersEvaluation.Run(data, seed), "people with unknown parameters");
        Add(UnknownParametersEvaluation.Missing(data), () => CarelessEvaluation.Run(data, seed), "careless answers of real people");
        Add(SpiBank.Missing(data), () => BorrowingEvaluation.Run(data, seed), "SPI: borrowing between scales");
        Add(RealPeople.BigFiveMissing(data), () => OtherItemsEvaluation.Run(data, seed), "IPIP-50: three items against five others");
        Add(UnknownParametersEvaluation.Missing(data), () => LearningCurve.Run(data, seed), "learning curve");
        Add(BigFiveEvaluation.Missing(data), () => BigFiveEvaluation.Run(data, seed), "IPIP-50: calibration and held-out people");
        Add(SpiBank.Missing(data), () => CompositeEvaluation.Run(data, seed), "SPI: composite of eight scales");
        Add(FairnessEvaluation.MissingSpi(data), () => FairnessEvaluation.Spi(data, seed), "SPI: fairness by sex and age");
        Add(BigFiveEvaluation.Missing(data), () => FairnessEvaluation.BigFive(data), "IPIP-50: fairness by age");
        Add(OnetEvaluation.Missing(data), () => OnetEvaluation.Run(data, seed, files), "O*NET 27.0: noisy copies of occupations");
        Add(OnetSurveys.Missing(data), () => OnetSurveys.Run(data), "O*NET 27.0 people in the 30.1 gallery");
        var simulation = new Lazy<EngineSimulation>(() =>
        {
            var calibrated = SpiBank.Missing(data) is null ? SpiBank.ToSimulateWith(data) : SimulationBank.Calibrated();
            return new EngineSimulation(people, seed, [SimulationBank.Start(), calibrated]);
        });
        Add(OnetGallery.Missing(data), () => simulation.Value.Ranking(OnetGallery.Read(data)), "simulated people on the O*NET 30.1 gallery");
        Add(null, () => [.. simulation.Value.Recovery(), .. simulation.Value.OccupationQuiz(), .. simulation.Value.Careless()], "simulation");
        Add(null, () => ShippedOccupations.Test(people, seed), "questions of the shipped occupations");
        Add(null, () => ContentReach.Rows(people, seed), "occupations of the first content");
        return report;

        void Add(string? missing, Func<IReadOnlyList<SimulationRow>> rows, string test)
        {
            if (!test.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            if (missing is not null)
            {
                report.Row(test, "", $"left out: {missing} is missing", "", "");
                report.Json(new JsonObject { ["test"] = test, ["leftOut"] = missing });
                return;
            }

            report.Add(rows(), decimals: 4);
        }
    }
}
