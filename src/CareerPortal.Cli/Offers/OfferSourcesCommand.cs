using System.CommandLine;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Shell;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Classifying;
using CareerPortal.Offers.Doubles;
using CareerPortal.Offers.Sources;
using CareerPortal.Stores;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Offers;

/// <summary><c>offers import</c> and <c>offers status</c>: what an operator does with the board's sources.</summary>
internal static class OfferSourcesCommand
{
    private const int ProgressEvery = 5000;
    private const int MostTold = 1000;
    private const int RunsShown = 5;
    private const int LabelsShown = 20;

    private const string Known =
        "It is none that is known: JSON (an array of Le Forem's records, or schema.org JobPosting: one, an array, an @graph), "
        + "XML with elements job (HelloWork, Jooble), RSS 2.0, or CSV whose first line names a column 'title' or 'titre'.";

    public static Command Import(IConfiguration configuration)
    {
        var file = new Argument<FileInfo>("file") { Description = "A file of offers, as JSON, XML, RSS or CSV." };
        var source = new Option<string>("--source")
        {
            Description = "The key of the source: small letters, digits and hyphens. One that is not known is made.",
            Required = true,
        };
        var name = new Option<string?>("--name") { Description = "What a source that is made is called, and attributed to." };
        var licence = new Option<string?>("--licence") { Description = "The licence of a source that is made." };
        var url = new Option<string?>("--url") { Description = "Where a source that is made is found." };
        var whole = new Option<bool>("--whole") { Description = "The file holds all of the source: offers that it leaves out are closed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be done." };
        var command = new Command("import", "Takes a file of offers in. Records that cannot be read are named, with their lines and reasons.")
        {
            file,
            source,
            name,
            licence,
            url,
            whole,
            dryRun,
        };
        command.UseStore(
            configuration,
            (store, parsed, cancellation) =>
                ImportAsync(
                    store,
                    parsed,
                    parsed.GetRequiredValue(file),
                    new ImportOrder
                    {
                        Source = parsed.GetRequiredValue(source),
                        Name = parsed.GetValue(name),
                        Licence = parsed.GetValue(licence),
                        Url = parsed.GetValue(url),
                        IsWhole = parsed.GetValue(whole),
                        IsRehearsal = parsed.GetValue(dryRun),
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> ImportAsync(
        PortalStore store,
        ParseResult parsed,
        FileInfo file,
        ImportOrder order,
        CancellationToken cancellation
    )
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await store.RequireUpToDateAsync(cancellation);
        if (!file.Exists)
        {
            await error.WriteLineAsync($"{file.FullName} does not exist.");
            return ExitCode.Faulty;
        }

        await using var stream = file.OpenRead();
        if (await OfferFileReader.RecogniseAsync(stream, cancellation) is not { } format)
        {
            await error.WriteLineAsync($"{file.Name}: {Known}");
            return ExitCode.Faulty;
        }

        var time = TimeProvider.System;
        var contexts = store.Contexts;
        var mark = new ContentMark(contexts, time);
        var catalogue = new CatalogueShelf(contexts, mark);
        var tables = new OfferTablesShelf(contexts, mark);
        if ((await tables.CurrentAsync(cancellation)).Places.IsEmpty)
        {
            await error.WriteLineAsync("The store has no catalogue yet: start the site once, otherwise no town is found.");
        }

        var import = new OfferImport(
            new OfferWriter(contexts, time, new OfferClassifierShelf(contexts, catalogue, mark, time)),
            new OfferRuns(contexts, time),
            tables,
            time,
            new OfferKinship(contexts, new OfferGrouperShelf(catalogue, mark))
        );
        var (told, shown) = (0, 0);
        ImportReport report;
        try
        {
            report = await import.RunAsync(stream, format, order, Reject, Progress, cancellation);
        }
        catch (ArgumentException e)
        {
            await error.WriteLineAsync(e.Message.Split(" (Parameter", 2)[0]);
            return ExitCode.Faulty;
        }

        if (told > MostTold)
        {
            await output.WriteLineAsync(Line($"  … and {told - MostTold} more"));
        }

        await output.WriteLineAsync(
            Line($"{format}: {report.Read} read, {report.Count.Added} added, {report.Count.Revised} revised, {report.Count.Unchanged} unchanged, ")
                + Line($"{report.Count.Past} past, {report.Closed} closed, {report.Rejected} rejected")
        );
        if (report.Problem is not null)
        {
            await error.WriteLineAsync(VisibleText.Of($"{file.Name}: {report.Problem}"));
        }

        await output.WriteLineAsync(order.IsRehearsal ? "nothing was stored." : "stored.");
        return report.Problem is null ? 0 : ExitCode.Failed;

        void Reject(RejectedRecord rejected)
        {
            if (told++ < MostTold)
            {
                output.WriteLine(VisibleText.Of($"  - {rejected}"));
            }
        }

        void Progress(int read)
        {
            if (read - shown >= ProgressEvery)
            {
                shown = read;
                output.WriteLine(Line($"{read} records…"));
            }
        }
    }

    public static Command Status(IConfiguration configuration)
    {
        var command = new Command("status", "Tells of each source its open offers, its last readings, and labels that no table knows.");
        command.UseStore(
            configuration,
            async (store, parsed, cancellation) =>
            {
                await store.RequireUpToDateAsync(cancellation);
                var output = parsed.InvocationConfiguration.Output;
                var sources = await new OfferRuns(store.Contexts, TimeProvider.System).StatusAsync(RunsShown, LabelsShown, cancellation);
                if (sources.Count == 0)
                {
                    await output.WriteLineAsync("there is no source yet.");
                }

                foreach (var status in sources)
                {
                    await TellAsync(output, status);
                }

                return 0;
            }
        );
        return command;
    }

    private static async Task TellAsync(TextWriter output, SourceStatus status)
    {
        var source = status.Source;
        await output.WriteLineAsync(VisibleText.Of(Line($"{source.Key} ({source.Kind}, {source.Name}, {source.Licence}): {status.Open} open")));
        foreach (var run in status.Runs)
        {
            await output.WriteLineAsync(
                Line($"  {run.StartedUtc:yyyy-MM-dd HH:mm} UTC {run.Kind} {run.Outcome}: {run.Read} read, {run.Added} added, {run.Revised} revised, ")
                    + Line($"{run.Closed} closed, {run.Rejected} rejected")
            );
            foreach (var line in run.Outcome is OfferRunOutcome.Done or OfferRunOutcome.NotModified ? [] : (run.Note ?? "").Split('\n').Take(2))
            {
                await output.WriteLineAsync(VisibleText.Of($"    {line}"));
            }
        }

        foreach (var label in status.Labels)
        {
            await output.WriteLineAsync(VisibleText.Of(Line($"  ? {label.Field}: {label.Label} ({label.Count})")));
        }
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
