using System.CommandLine;
using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Shell;
using CareerPortal.Stores;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Catalogue;

/// <summary><c>catalogue shortages</c>: an operator's own, dated lists of occupations in shortage.</summary>
internal static class ShortagesCommand
{
    public static Command Make(IConfiguration configuration)
    {
        var table = new Argument<FileInfo>("file") { Description = "A table of region, group and occupation, parted by tabs." };
        var dated = new Option<DateOnly>("--dated")
        {
            Description = "The day that the lists were published, such as 2026-03-31.",
            Required = true,
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                result.AddError($"'{result.Tokens[0].Value}' is no day such as 2026-03-31.");
                return default;
            },
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be done." };
        var command = new Command(
            "shortages",
            "Replaces the lists of occupations in shortage of the regions in the table. Each line is matched with an occupation by its names, otherwise "
                + "by the nearest of them; those without one are named."
        )
        {
            table,
            dated,
            dryRun,
        };
        command.UseStore(
            configuration,
            (store, parsed, cancellation) =>
                CatalogueCommand.TellFaultAsync(
                    parsed,
                    () =>
                        RunAsync(store, parsed, parsed.GetRequiredValue(table), parsed.GetRequiredValue(dated), parsed.GetValue(dryRun), cancellation)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        PortalStore store,
        ParseResult parsed,
        FileInfo table,
        DateOnly dated,
        bool dryRun,
        CancellationToken cancellation
    )
    {
        await store.RequireUpToDateAsync(cancellation);
        var lines = ShortageTable.Read(table, dated);
        var import = new ShortageImport(store.Contexts);
        var reports = dryRun ? await import.RehearseAsync(lines, cancellation) : await import.ApplyAsync(lines, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        foreach (var report in reports)
        {
            var named = report.Lines.Count(l => l.IsByName);
            var near = report.Lines.Where(l => l is { IsByName: false, Code: not null }).ToList();
            var lost = report.Lines.Where(l => l.Code is null).ToList();
            await output.WriteLineAsync(
                Line(
                    $"{report.Region} ({report.Kind}, {dated:yyyy-MM-dd}): {report.Lines.Count} lines, {named} by name, {near.Count} near, {lost.Count} without"
                )
            );
            foreach (var match in near)
            {
                await output.WriteLineAsync(VisibleText.Of(Line($"  ≈ {match.Label} → {match.Code} {match.Title} ({match.Confidence:0.00})")));
            }

            foreach (var match in lost)
            {
                await output.WriteLineAsync(VisibleText.Of($"  ? {match.Label}"));
            }

            var count = report.Count;
            await output.WriteLineAsync(Line($"  {count.Added} added, {count.Revised} revised, {count.Gone} gone, {count.Unchanged} unchanged"));
        }

        await output.WriteLineAsync(dryRun ? "nothing was stored." : "stored.");
        return 0;
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
