using System.CommandLine;
using CareerPortal.Cli.Shell;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Stores;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Content;

/// <summary><c>content check</c>, <c>content import</c>, <c>content export</c>.</summary>
internal static class ContentCommand
{
    public static Command Make(IConfiguration configuration)
    {
        var source = new Argument<FileSystemInfo>("source") { Description = "A folder of exchange files, or a ZIP archive of them." };
        var warnings = new Option<bool>("--warnings") { Description = "Tell as well what might be said better or truer; that is no fault." };
        var check = new Command("check", $"Looks for faults in exchange files; exit code {ExitCode.Faulty} when there are any.") { source, warnings };
        check.SetAction((parsed, cancellation) => CheckAsync(parsed, parsed.GetRequiredValue(source), parsed.GetValue(warnings), cancellation));

        var author = new Option<string>("--author") { Description = "Who signs the revisions.", DefaultValueFactory = _ => "Import" };
        author.Validators.Add(result =>
        {
            if (result.GetValue(author) is not { Length: > 0 and <= Revision.AuthorMaxLength })
            {
                result.AddError($"--author takes 1 to {Revision.AuthorMaxLength} characters.");
            }
        });
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be done." };
        var import = new Command("import", "Brings exchange files into the database and publishes what is new or different: all or nothing.")
        {
            source,
            author,
            dryRun,
        };
        import.UseStore(
            configuration,
            (store, parsed, cancellation) =>
                ImportAsync(store, parsed, parsed.GetRequiredValue(source), parsed.GetRequiredValue(author), parsed.GetValue(dryRun), cancellation)
        );

        var target = new Argument<DirectoryInfo>("folder") { Description = "The folder to write into; it is made where it is missing." };
        var export = new Command("export", "Writes what readers get as exchange files.") { target };
        export.UseStore(configuration, (store, parsed, cancellation) => ExportAsync(store, parsed, parsed.GetRequiredValue(target), cancellation));

        return new Command("content", "Checks, imports and exports guides and what they refer to.")
        {
            check,
            import,
            export,
            GuideFileCommands.Compare(),
            GuideFileCommands.Merge(),
        };
    }

    private static Task<int> CheckAsync(ParseResult parsed, FileSystemInfo source, bool warnings, CancellationToken cancellation) =>
        TellFaultsAsync(
            parsed,
            source,
            async () =>
            {
                var folder = Open(source);
                var set = folder.Read();
                var qualities = QualityCatalogue.Load();
                var faults = ExchangeChecks.Check(set, qualities);
                if (faults.Count > 0)
                {
                    throw new ExchangeFaultException(faults);
                }

                var hasGuides =
                    folder.Names.Any(n => n.StartsWith(ExchangeFolder.GuidesFolder, StringComparison.Ordinal))
                    || Directory.Exists(Path.Combine(source.FullName, ExchangeFolder.GuidesFolder));
                var missing = hasGuides ? "" : $" (there is no folder {ExchangeFolder.GuidesFolder})";
                var line = $"{set.Occupations.Count} occupations, {set.Guides.Count} guides{missing}: no fault.";
                var output = parsed.InvocationConfiguration.Output;
                if (warnings)
                {
                    var found = ExchangeChecks.Warnings(set, qualities, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
                    foreach (var warning in found)
                    {
                        await output.WriteLineAsync(VisibleText.Of($"{warning}").AsMemory(), cancellation);
                    }

                    line = $"{line} {found.Count} warnings.";
                }

                await output.WriteLineAsync(line.AsMemory(), cancellation);
            }
        );

    private static Task<int> ImportAsync(
        PortalStore store,
        ParseResult parsed,
        FileSystemInfo source,
        string author,
        bool dryRun,
        CancellationToken cancellation
    ) =>
        TellFaultsAsync(
            parsed,
            source,
            async () =>
            {
                await store.RequireUpToDateAsync(cancellation);
                var import = new ContentImport(store.Contexts, QualityCatalogue.Load(), TimeProvider.System, new ArrivedGuides());
                var set = Open(source).Read();
                var report = dryRun ? await import.RehearseAsync(set, author, cancellation) : await import.ApplyAsync(set, author, cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    $"guides: {Words(report.Guides)}; occupations: {Words(report.Occupations)}; "
                        + $"directories and sources: {Words(report.Directories)}"
                        + (report.Drafts > 0 ? $"; {report.Drafts} guides written on here got theirs as drafts, {report.Conflicts} conflicts" : "")
                        + $"{(dryRun ? "; nothing was stored" : "")}."
                );
            }
        );

    private static ExchangeFolder Open(FileSystemInfo source) =>
        source is FileInfo ? ExchangeFolder.AtArchive(source.FullName) : ExchangeFolder.At(source.FullName);

    private static string Words(ImportCount count) => $"{count.Added} added, {count.Revised} revised, {count.Unchanged} unchanged";

    private static async Task<int> ExportAsync(PortalStore store, ParseResult parsed, DirectoryInfo folder, CancellationToken cancellation)
    {
        await store.RequireUpToDateAsync(cancellation);
        var set = await new ExchangeExport(store.Contexts).ReadAsync(cancellation);
        var written = await ExchangeFolder.WriteAsync(folder.FullName, set, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"{set.Guides.Count} guides in {written.Count} files.");
        foreach (var left in ExchangeFolder.At(folder.FullName).Names.Except(written))
        {
            await output.WriteLineAsync($"left as it was, not of this export: {left}");
        }

        return 0;
    }

    private static async Task<int> TellFaultsAsync(ParseResult parsed, FileSystemInfo source, Func<Task> act)
    {
        if (!source.Exists)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"{source.FullName} is no folder and no archive: name one that holds exchange files."
            );
            return ExitCode.Faulty;
        }

        try
        {
            await act();
            return 0;
        }
        catch (ExchangeFaultException e)
        {
            var error = parsed.InvocationConfiguration.Error;
            foreach (var fault in e.Faults)
            {
                await error.WriteLineAsync(VisibleText.Of($"{fault}"));
            }

            await error.WriteLineAsync($"{e.Faults.Count} faults; nothing was stored.");
            return ExitCode.Faulty;
        }
    }
}
