using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Cli.Quiz;

internal static class EstimateCommand
{
    public static Command Build()
    {
        var answers = QuizCommand.Input("--answers", "Answers: one column per item, from 1, empty where missing; 'id' is optional.");
        var keys = QuizCommand.Input("--keys", "Keys: 'scale,item,sign'.");
        var parameters = QuizCommand.Input("--parameters", "Parameters: 'scale,item,keyed,a,b1..', as 'quiz calibrate' writes them.");
        var perScale = new Option<int?>("--per-scale") { Description = "At most this many items a scale; all without it." };
        var policy = new Option<string>("--policy") { Description = "adaptive (largest expected drop of the variance), in-turn (keying alternates) or random.", DefaultValueFactory = _ => "adaptive" };
        policy.AcceptOnlyFromAmong("adaptive", "in-turn", "random");
        var seed = new Option<ulong>("--seed") { Description = "Seed of in-turn and random.", DefaultValueFactory = _ => 1 };
        var json = QuizCommand.AsJson();
        var command = new Command("estimate", "Replay real answers with at most N items a scale: mean and standard error per scale, and the items used.") { answers, keys, parameters, perScale, policy, seed, json };
        QuizCommand.Run(
            command,
            parsed =>
            {
                var keyFile = KeyFile.Read(parsed.GetRequiredValue(keys));
                return Estimate(parsed.GetRequiredValue(answers), keyFile, ParameterFile.Read(parsed.GetRequiredValue(parameters), keyFile), parsed.GetValue(perScale), parsed.GetValue(policy)!, parsed.GetValue(seed));
            },
            json,
            asCsv: true);
        return command;
    }

    private static Report Estimate(string path, KeyFile keys, ItemBank bank, int? perScale, string policy, ulong seed)
    {
        var tables = bank.Items.Select(item => QualityPosterior.Table(item.Parameters)).ToArray();
        var names = keys.Keys.Select(key => key.Item).ToList();
        var report = new Report(["id", .. keys.Scales.SelectMany(scale => new[] { scale, $"se_{scale}" }), "items"]);
        var session = seed;
        foreach (var (id, values) in AnswerTable.Read(path, names, [.. bank.Items.Select(item => item.Parameters.Answers)]))
        {
            session++;
            var cells = new List<object> { id };
            var entry = new JsonObject { ["id"] = id };
            var scales = new JsonObject();
            var used = new List<string>();
            for (var scale = 0; scale < keys.Scales.Count; scale++)
            {
                var posterior = new QualityPosterior();
                var own = new JsonArray();
                var limit = perScale ?? int.MaxValue;
                foreach (var item in policy == "adaptive" ? [] : Planned(bank, keys.Scales[scale], policy, session).Where(item => values[item] != 0).Take(limit))
                    Take(item);
                var left = bank.ItemsOf(scale).ToArray().Where(item => values[item] != 0).ToList();
                while (policy == "adaptive" && own.Count < limit && left.Count > 0)
                {
                    var best = left.MaxBy(item => posterior.ExpectedDrop(tables[item]));
                    left.Remove(best);
                    Take(best);
                }

                cells.Add(posterior.Mean);
                cells.Add(posterior.StandardError);
                scales[keys.Scales[scale]] = new JsonObject { ["mean"] = posterior.Mean, ["se"] = posterior.StandardError, ["items"] = own };

                void Take(int item)
                {
                    posterior.Add(tables[item], bank.Items[item].Coded(values[item]));
                    own.Add(names[item]);
                    used.Add(names[item]);
                }
            }

            cells.Add(string.Join(' ', used));
            entry["scales"] = scales;
            report.Row([.. cells]);
            report.Json(entry);
        }

        return report;
    }

    private static IEnumerable<int> Planned(ItemBank bank, string scale, string policy, ulong session)
    {
        var plan = policy == "in-turn" ? InTurnSelection.Plan([scale], bank, session, int.MaxValue / 2) : RandomSelection.Plan([scale], bank, session, int.MaxValue);
        return plan.Select(bank.IndexOf);
    }
}
