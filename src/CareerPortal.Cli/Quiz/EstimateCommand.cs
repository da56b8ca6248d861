using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Quiz.Evaluation;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Cli.Quiz;

internal static class EstimateCommand
{
    public static Command Build()
    {
        var answers = QuizCommand.Input("--answers", "Answers: one column per item, from 1, empty where missing; 'id' is optional.");
        var keys = QuizCommand.Input("--keys", "Keys: 'scale,item,sign'.");
        var parameters = QuizCommand.Input("--parameters", "Parameters: 'scale,item,keyed,a,b1..', as 'quiz calibrate' writes them.");
        var perScale = new Option<int?>("--per-scale") { Description = "At most this many items a scale; all without it." };
        var policy = new Option<string>("--policy")
        {
            Description = "adaptive (largest expected drop of the variance, two items ahead), in-turn (keying alternates) or random.",
            DefaultValueFactory = _ => AnswerReplay.Adaptive,
        };
        policy.AcceptOnlyFromAmong(AnswerReplay.Adaptive, AnswerReplay.InTurn, AnswerReplay.AtRandom);
        QuizCommand.Between(perScale, 1);
        var borrow = new Option<string>("--borrow")
        {
            Description =
                "Borrowing between scales: 'learned' learns their correlations from all answers of this file, "
                + $"when it has {AnswerReplay.FewestToLearn} people or more and no item in two scales; 'none' estimates each scale on its own.",
            DefaultValueFactory = _ => "learned",
        };
        borrow.AcceptOnlyFromAmong("learned", "none");
        var correlations = QuizCommand.Input(
            "--correlations",
            "Correlations between the scales to borrow by: header 'dimension' then the scales, one row a scale, symmetric, as 'quiz correlations' writes them.",
            required: false
        );
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of in-turn and random; each person has the next one.",
            DefaultValueFactory = _ => 1,
        };
        correlations.Validators.Add(result =>
        {
            if (result.GetValue(borrow) == "none")
            {
                result.AddError("--correlations and --borrow none exclude each other.");
            }
        });
        var json = QuizCommand.AsJson();
        var command = new Command(
            "estimate",
            "Replay real answers with at most N items a scale: mean and standard error per scale, and the items used."
        )
        {
            answers,
            keys,
            parameters,
            perScale,
            policy,
            seed,
            borrow,
            correlations,
            json,
        };
        QuizCommand.Run(
            command,
            parsed =>
            {
                var keyFile = KeyFile.Read(parsed.GetRequiredValue(keys));
                var bank = ParameterFile.Read(parsed.GetRequiredValue(parameters), keyFile);
                return Estimate(
                    parsed.GetRequiredValue(answers),
                    keyFile,
                    bank,
                    parsed.GetValue(perScale),
                    parsed.GetValue(policy)!,
                    parsed.GetValue(seed),
                    parsed.GetValue(borrow) == "learned",
                    parsed.GetValue(correlations)
                );
            },
            json,
            asCsv: true
        );
        return command;
    }

    private static Report Estimate(
        string path,
        KeyFile keys,
        ItemBank bank,
        int? perScale,
        string policy,
        ulong seed,
        bool borrows,
        string? correlationsPath
    )
    {
        var replay = new AnswerReplay(bank, policy);
        var names = keys.Keys.Select(key => key.Item).ToList();
        var people = new List<(string Id, int[] Values, List<int> Items)>();
        var means = new List<double>();
        var errors = new List<double>();
        var session = seed;
        foreach (var (id, values) in AnswerTable.Read(path, names, [.. bank.Items.Select(item => item.Parameters.Answers)]))
        {
            var items = new List<int>();
            for (var scale = 0; scale < keys.Scales.Count; scale++)
            {
                var (taken, posterior) = replay.Take(scale, values, perScale ?? int.MaxValue, session);
                items.AddRange(taken);
                means.Add(posterior.Mean);
                errors.Add(posterior.StandardError);
            }

            people.Add((id, values, items));
            session++;
        }

        var correlations =
            correlationsPath is not null ? WithinFile.ReadCorrelations(correlationsPath, keys.Scales)
            : borrows ? AnswerReplay.Learn(keys, bank, [.. people.Select(person => person.Values)])
            : null;
        var estimator = correlations is null ? null : new ProfileEstimator(bank, correlations, acquiescence: 0);
        var report = new Report(["id", .. keys.Scales.SelectMany(scale => new[] { scale, $"se_{scale}" }), "items"]);
        var answers = new int[bank.Items.Count];
        for (var p = 0; p < people.Count; p++)
        {
            Array.Clear(answers);
            foreach (var item in people[p].Items)
            {
                answers[item] = people[p].Values[item];
            }

            var profile = estimator?.EstimateValues(answers);
            var cells = new List<object> { people[p].Id };
            var scales = new JsonObject();
            for (var scale = 0; scale < keys.Scales.Count; scale++)
            {
                var mean = profile?.Estimates[scale].BorrowedMean ?? means[p * keys.Scales.Count + scale];
                var error = profile?.Estimates[scale].BorrowedStandardError ?? errors[p * keys.Scales.Count + scale];
                cells.Add(mean);
                cells.Add(error);
                scales[keys.Scales[scale]] = new JsonObject
                {
                    ["mean"] = mean,
                    ["se"] = error,
                    ["items"] = new JsonArray([
                        .. people[p].Items.Where(item => bank.DimensionOf(item) == scale).Select(item => JsonValue.Create(names[item])),
                    ]),
                };
            }

            cells.Add(string.Join(' ', people[p].Items.Select(item => names[item])));
            report.Row([.. cells]);
            report.Json(new JsonObject { ["id"] = people[p].Id, ["scales"] = scales });
        }

        return report;
    }
}
