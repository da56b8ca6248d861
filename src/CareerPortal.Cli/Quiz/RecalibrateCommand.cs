using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Shell;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Quiz.Items;
using CareerPortal.Stores;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Quiz;

/// <summary><c>quiz recalibrate</c>: learns the items from the answers that people shared.</summary>
internal static class RecalibrateCommand
{
    /// <summary>How many items are listed: those that move furthest.</summary>
    private const int Listed = 20;

    private static readonly double[] Limits = [0.1, 0.25, 0.5];

    public static Command Build(IConfiguration configuration)
    {
        var apply = new Option<bool>("--apply")
        {
            Description = "Store the new version: quizzes that start from now on are asked and judged by it; those begun before keep theirs.",
        };
        var json = QuizCommand.AsJson();
        var command = new Command(
            "recalibrate",
            "Learn the items from the answers that people agreed to share, and tell what would change for whom. Changes nothing without --apply."
        )
        {
            apply,
            json,
        };
        command.UseStore(
            configuration,
            (store, parsed, cancellation) => RunAsync(store, parsed, parsed.GetValue(apply), parsed.GetValue(json), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(PortalStore store, ParseResult parsed, bool apply, bool asJson, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        if ((await store.PendingAsync(cancellation)).Count > 0)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"{store.Place} is not there or not up to date: name the folder of the site by --site, or run 'database migrate'."
            );
            return ExitCode.OutOfDate;
        }

        var mark = new ContentMark(store.Contexts, TimeProvider.System);
        using var engines = new QuizEngines(ItemBank.Load(), store.Contexts, mark, new CatalogueShelf(store.Contexts, mark));
        var recalibration = new Recalibration(store.Contexts, engines, TimeProvider.System);
        var report = await recalibration.RehearseAsync(cancellation);
        if (report.Quizzes == 0)
        {
            var left = report.OfOtherWordings + report.Careless == 0 ? "" : $" (left out: {LeftOut(report)})";
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"Nobody has shared answers to these questions: there is nothing to learn from{left}."
            );
            return ExitCode.Failed;
        }

        var applied = false;
        if (apply)
        {
            applied = await recalibration.ApplyAsync(report.Calibration, cancellation);
            if (!applied)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("Another calibration was stored meanwhile. Run the command again.");
                return ExitCode.Failed;
            }
        }

        await output.WriteAsync(asJson ? Json(report, applied) + "\n" : Text(report, applied));
        return 0;
    }

    private static string LeftOut(RecalibrationReport report) =>
        $"{report.OfOtherWordings} of other wordings, {report.Careless} with one answer in a row";

    private static string Text(RecalibrationReport report, bool applied)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.WriteLine(FormattableString.Invariant($"{report.From} -> {report.Calibration.Version}"));
        text.WriteLine($"learned from {report.Quizzes} people, {report.Answers} answers; left out: {LeftOut(report)}");
        if (!report.Converged)
        {
            text.WriteLine("The search ended without settling: the parameters are near the best ones at most.");
        }

        text.WriteLine();
        text.WriteLine(
            $"items answered: {report.Items.Count(i => i.Answered > 0)} of {report.Items.Count}; place moves by more than "
                + $"{string.Join(" / ", Limits.Select(limit => limit.ToString(CultureInfo.InvariantCulture)))}: "
                + string.Join(" / ", Limits.Select(limit => report.Items.Count(i => Math.Abs(i.Place) > limit)))
        );
        text.WriteLine($"{"item", -22}{"answers", 8}{"place", 9}{"slope x", 9}{"doubt", 8}");
        foreach (var item in report.Items.Take(Listed))
        {
            text.WriteLine(
                FormattableString.Invariant(
                    $"{item.Item, -22}{item.Answered, 8}{item.Place, 9:+0.00;-0.00;0.00}{item.Slope, 9:0.00}{item.Doubt, 8:0.00}"
                )
            );
        }

        text.WriteLine();
        text.WriteLine("stored results on one occupation, if they were made with the new version (they are not: each keeps its own)");
        text.WriteLine($"{"band today", -16}{"results", 8}{"mean", 8}{"size", 8}{"largest", 9}{"other band", 12}");
        foreach (var band in report.Results)
        {
            text.WriteLine(
                FormattableString.Invariant(
                    $"{band.Band, -16}{band.Results, 8}{band.Mean, 8:+0.0;-0.0;0.0}{band.MeanSize, 8:0.0}{band.Largest, 9:+0.0;-0.0;0.0}{band.OtherBand, 12}"
                )
            );
        }

        text.WriteLine(
            FormattableString.Invariant(
                $"stored results over all occupations: {report.Rankings}; another first place: {report.OtherFirst}; {report.StayShown:0.0} of those shown stay"
            )
        );
        text.WriteLine();
        text.WriteLine(
            applied ? $"{report.Calibration.Version} is stored: the site follows within seconds." : "Nothing was changed. With --apply it is."
        );
        return text.ToString();
    }

    private static string Json(RecalibrationReport report, bool applied) =>
        new JsonObject
        {
            ["from"] = report.From,
            ["to"] = report.Calibration.Version,
            ["applied"] = applied,
            ["people"] = report.Quizzes,
            ["answers"] = report.Answers,
            ["ofOtherWordings"] = report.OfOtherWordings,
            ["careless"] = report.Careless,
            ["converged"] = report.Converged,
            ["items"] = JsonSerializer.SerializeToNode(report.Items, JsonSerializerOptions.Web),
            ["results"] = new JsonArray([
                .. report.Results.Select(band => new JsonObject
                {
                    ["band"] = band.Band.ToString(),
                    ["results"] = band.Results,
                    ["mean"] = band.Mean,
                    ["meanSize"] = band.MeanSize,
                    ["largest"] = band.Largest,
                    ["otherBand"] = band.OtherBand,
                }),
            ]),
            ["rankings"] = report.Rankings,
            ["otherFirst"] = report.OtherFirst,
            ["stayShown"] = report.StayShown,
        }.ToJsonString();
}
