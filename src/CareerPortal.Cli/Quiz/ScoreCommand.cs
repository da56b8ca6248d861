using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Cli.Quiz;

internal static class ScoreCommand
{
    public static Command Build()
    {
        var occupation = QuizCommand.Input(
            "--occupation",
            """An occupation: {"id": "…", "requirements": [{"quality": "rigueur", "level": 4, "importance": 5, "surplus": 0}, …]}."""
        );
        var answers = QuizCommand.Input(
            "--answers",
            "Answers: one column per item of the bank that was asked, 1 to 5, empty where skipped, in the order asked; "
                + "'id' is optional. 'quiz items' lists them."
        );
        var json = QuizCommand.AsJson();
        var command = new Command(
            "score",
            "Score each person against one occupation as the site does: "
                + "compatibility, 90 % interval (wider where answers look careless), verdict, flag and the points of every quality."
        )
        {
            occupation,
            answers,
            json,
        };
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
            {
                throw new InputException(path, 1, unknown, "the bank has no such item; 'quiz items' lists them.");
            }

            if (items.Count == 0)
            {
                throw new InputException(path, 1, "there is no column of an item.");
            }
        }

        var inspector = new ResponseInspector(estimator);
        var report = new Report([
            "id",
            "compatibility",
            "low",
            "high",
            "verdict",
            "flag",
            .. occupation.Requirements.Select(requirement => requirement.QualityId),
        ]);
        foreach (var (id, values) in AnswerTable.Read(path, items, [.. items.Select(item => bank.Find(item)!.Parameters.Answers)]))
        {
            var given = items.Select((item, at) => new Answer(item, values[at] == 0 ? null : values[at])).ToList();
            var care = inspector.Inspect(given);
            var score = OccupationScorer.Score(estimator.Estimate(given), occupation, care.Widening);
            report.Row([
                id,
                score.Compatibility,
                score.IntervalLow,
                score.IntervalHigh,
                score.Verdict,
                care.Signs,
                .. score.Contributions.Select(contribution => (object)contribution.Points),
            ]);
            report.Json(
                new JsonObject
                {
                    ["id"] = id,
                    ["compatibility"] = score.Compatibility,
                    ["low"] = score.IntervalLow,
                    ["high"] = score.IntervalHigh,
                    ["verdict"] = score.Verdict.ToString(),
                    ["flagged"] = care.IsFlagged,
                    ["signs"] = care.Signs.ToString(),
                    ["contributions"] = new JsonArray([
                        .. score.Contributions.Select(contribution => new JsonObject
                        {
                            ["quality"] = contribution.QualityId,
                            ["points"] = contribution.Points,
                            ["maximum"] = contribution.MaximumPoints,
                            ["mean"] = contribution.Mean,
                            ["required"] = contribution.Required,
                            ["meets"] = contribution.ProbabilityMeets,
                            ["status"] = contribution.Status.ToString(),
                        }),
                    ]),
                }
            );
        }

        return report;
    }

    private static OccupationProfile Read(string path, ItemBank bank)
    {
        if (path.Length == 0)
        {
            throw new InputException("a file", "its name is empty.");
        }

        try
        {
            using var reader = new StreamReader(path);
            using var document = JsonDocument.Parse(reader.ReadToEnd());
            var root = Known(document.RootElement, "the occupation", "id", "requirements");
            if (!root.TryGetProperty("requirements", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                throw new InputException(path, "the occupation has no list of 'requirements'.");
            }

            var requirements = list.EnumerateArray()
                .Select(
                    (entry, at) =>
                    {
                        var place = $"requirement {at + 1}";
                        Known(entry, place, "quality", "level", "importance", "surplus");
                        var quality =
                            entry.TryGetProperty("quality", out var name) && name.ValueKind == JsonValueKind.String
                                ? name.GetString()!
                                : throw new InputException(path, $"{place}: 'quality' is missing.");
                        if (bank.DimensionIndex(quality) < 0)
                        {
                            throw new InputException(path, $"{place}: '{quality}' is not a quality; they are {string.Join(", ", bank.Dimensions)}.");
                        }

                        try
                        {
                            return new RequiredQuality(
                                quality,
                                Number(entry, place, "level"),
                                Number(entry, place, "importance"),
                                entry.TryGetProperty("surplus", out _) ? Number(entry, place, "surplus") : 0
                            );
                        }
                        catch (ArgumentException problem)
                        {
                            throw new InputException(path, $"{place}: {InputException.Plain(problem)}");
                        }
                    }
                )
                .ToList();
            return new OccupationProfile(
                root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString()!
                    : throw new InputException(path, "the occupation has no 'id'."),
                requirements
            );
        }
        catch (JsonException problem)
        {
            throw new InputException(path, (int)(problem.LineNumber ?? 0) + 1, InputException.Plain(problem));
        }
        catch (FileNotFoundException)
        {
            throw new InputException(path, "there is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(path, "the file may not be read.");
        }
        catch (ArgumentException problem)
        {
            throw new InputException(path, InputException.Plain(problem));
        }

        JsonElement Known(JsonElement entry, string place, params string[] names)
        {
            if (entry.ValueKind != JsonValueKind.Object)
            {
                throw new InputException(path, $"{place} is not an object.");
            }

            var stranger = entry.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !names.Contains(name));
            return stranger is null
                ? entry
                : throw new InputException(path, $"{place}: '{stranger}' is not known; there may be {string.Join(", ", names)}.");
        }

        double Number(JsonElement entry, string place, string name) =>
            entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
                ? value.GetDouble()
                : throw new InputException(path, $"{place}: '{name}' is not a number.");
    }
}
