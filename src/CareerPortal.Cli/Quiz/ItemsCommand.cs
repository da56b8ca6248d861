using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz;

internal static class ItemsCommand
{
    public static Command Build()
    {
        var json = QuizCommand.AsJson();
        var command = new Command("items", "List the items of the site's bank: the names that answer files and occupations use.") { json };
        QuizCommand.Run(command, _ => List(), json, asCsv: true);
        return command;
    }

    private static Report List()
    {
        var report = new Report(["item", "scale", "sign", .. QuizText.Languages]);
        foreach (var item in ItemBank.Load().Asked)
        {
            var sign = item.Reversed ? -1 : 1;
            report.Row([item.Id, item.QualityId, sign, .. QuizText.Languages.Select(language => item.Text[language])]);
            report.Json(
                new JsonObject
                {
                    ["item"] = item.Id,
                    ["scale"] = item.QualityId,
                    ["sign"] = sign,
                    ["text"] = new JsonObject(QuizText.Languages.Select(language => KeyValuePair.Create(language, (JsonNode?)item.Text[language]))),
                }
            );
        }

        return report;
    }
}
