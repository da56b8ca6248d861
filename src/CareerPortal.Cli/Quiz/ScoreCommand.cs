using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz;

internal static class ScoreCommand
{
    public static Command Build()
    {
        var occupation = QuizCommand.Input("--occupation", """An occupation: {"id": "…", "requirements": [{"quality": "rigueur", "level": 4, "importance": 5, "surplus": 0}, …]}.""");
        var answers = QuizCommand.Input("--answers", "Answers: one column per item of the bank that was asked, 1 to 5, empty where skipped; 'id' is optional.");
        var json = QuizCommand.AsJson();
        var command = new Command("score", "Score each person against one occupation: compatibility, 90 % interval, verdict and the points of every quality.") { occupation, answers, json };
        QuizCommand.Run(command, parsed => Score(parsed.GetRequiredValue(occupation), parsed.GetRequiredValue(answers)), json);
        return command;
    }

    private static Report Score(string occupationPath, string path)
    {
        var bank = ItemBank.Load();
        var occupation = Read(occupationPath, bank);
        var estimator = new ProfileEstimator(bank);
        List<string> items;
        using (var file = CsvFile.Open(path))
        {
            items = [.. file.Header.Where(column => column != "id")];
            var unknown = items.Find(item => bank.IndexOf(item) < 0);
            if (unknown is not null)
                throw new InputException(path, 1, unknown, "the bank has no such item.");
        }

        var report = new Report(["id", "compatibility", "low", "high", "verdict", .. occupation.Requirements.Select(requirement => requirement.QualityId)]);
        foreach (var (id, values) in AnswerTable.Read(path, items, [.. items.Select(item => bank.Find(item)!.Parameters.Answers)]))
        {
            var score = OccupationScorer.Score(estimator.Estimate([.. items.Select((item, at) => new Answer(item, values[at] == 0 ? null : values[at]))]), occupation);
            report.Row([id, score.Compatibility, score.IntervalLow, score.IntervalHigh, score.Verdict, .. score.Contributions.Select(contribution => (object)contribution.Points)]);
            report.Json(new JsonObject
            {
                ["id"] = id,
                ["compatibility"] = score.Compatibility,
                ["low"] = score.IntervalLow,
                ["high"] = score.IntervalHigh,
                ["verdict"] = score.Verdict.ToString(),
                ["contributions"] = new JsonArray([.. score.Contributions.Select(contribution => new JsonObject
                {
                    ["quality"] = contribution.QualityId,
                    ["points"] = contribution.Points,
                    ["maximum"] = contribution.MaximumPoints,
                    ["mean"] = contribution.Mean,
                    ["required"] = contribution.Required,
                    ["meets"] = contribution.ProbabilityMeets,
                    ["status"] = contribution.Status.ToString(),
                })]),
            });
        }

        return report;
    }

    private static OccupationProfile Read(string path, ItemBank bank)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var requirements = document.RootElement.GetProperty("requirements").EnumerateArray().Select(entry => new Requirement(
                entry.GetProperty("quality").GetString() ?? "",
                entry.GetProperty("level").GetDouble(),
                entry.GetProperty("importance").GetDouble(),
                entry.TryGetProperty("surplus", out var surplus) ? surplus.GetDouble() : 0)).ToList();
            var unknown = requirements.Find(requirement => bank.DimensionIndex(requirement.QualityId) < 0);
            if (unknown is not null)
                throw new InputException(path, $"'{unknown.QualityId}' is not a quality.");
            return new OccupationProfile(document.RootElement.GetProperty("id").GetString() ?? "", requirements);
        }
        catch (JsonException problem)
        {
            throw new InputException(path, (int)(problem.LineNumber ?? 0) + 1, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InputException(path, problem.Message);
        }
    }
}
