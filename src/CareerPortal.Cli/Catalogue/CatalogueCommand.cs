using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Shell;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Catalogue;

/// <summary><c>catalogue import</c>, <c>catalogue pack</c>, <c>catalogue status</c>; the others have files of their own.</summary>
internal static class CatalogueCommand
{
    private const int MostShown = 20;

    public static Command Make(IConfiguration configuration)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder with the tables of ROME, ESCO, O*NET and of places." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be done." };
        var all = new Option<bool>("--all") { Description = $"Name every occupation that changes, not only the first {MostShown}." };
        var import = new Command(
            "import",
            "Brings the catalogues into the database: all or nothing. What is listed no longer keeps its address, which leads to what replaces it."
        )
        {
            folder,
            dryRun,
            all,
        };
        import.UseStore(
            configuration,
            (store, parsed, cancellation) =>
                TellFaultAsync(
                    parsed,
                    () => ImportAsync(store, parsed, parsed.GetRequiredValue(folder), parsed.GetValue(dryRun), parsed.GetValue(all), cancellation)
                )
        );

        var source = new Argument<DirectoryInfo>("folder") { Description = "A folder with the tables of ROME, ESCO, O*NET and of places." };
        var target = new Argument<FileInfo>("file") { Description = "The pack to write." };
        var pack = new Command(
            "pack",
            "Writes the facts of the catalogues, without their texts, into one small file: the pack that the site ships with."
        )
        {
            source,
            target,
        };
        pack.SetAction(
            (parsed, cancellation) =>
                TellFaultAsync(parsed, () => PackAsync(parsed, parsed.GetRequiredValue(source), parsed.GetRequiredValue(target), cancellation))
        );

        var status = new Command("status", "Tells which catalogues the database holds, with their editions and attributions.");
        status.UseStore(configuration, StatusAsync);

        return new Command("catalogue", "Looks after the catalogue of occupations.")
        {
            import,
            pack,
            status,
            ShortagesCommand.Make(configuration),
            EvaluateCatalogueCommand.Make(),
        };
    }

    private static async Task<int> ImportAsync(
        PortalStore store,
        ParseResult parsed,
        DirectoryInfo folder,
        bool dryRun,
        bool all,
        CancellationToken cancellation
    )
    {
        await store.RequireUpToDateAsync(cancellation);
        var output = parsed.InvocationConfiguration.Output;
        var watch = Stopwatch.StartNew();
        await output.WriteLineAsync("reading the tables…");
        var edition = EditionReader.Read(folder, QualityCatalogue.Load());
        await output.WriteLineAsync(
            Line(
                $"{edition.Name}: {edition.Occupations.Count} occupations, {edition.Localities.Count} localities read in {Seconds(watch)} s; storing…"
            )
        );
        var import = new CatalogueImport(store.Contexts, TimeProvider.System);
        var report = dryRun ? await import.RehearseAsync(edition, cancellation) : await import.ApplyAsync(edition, cancellation);
        foreach (var change in report.Changes.Take(all ? int.MaxValue : MostShown))
        {
            var facts = change.Facts.Count > 0 ? $" ({string.Join(", ", change.Facts)})" : "";
            var heir = change.ReplacedBy is { } code ? $" → {code}" : "";
            await output.WriteLineAsync(VisibleText.Of($"  {Sign(change.Kind)} {change.Code} {change.Title}{heir}{facts}"));
        }

        if (!all && report.Changes.Count > MostShown)
        {
            await output.WriteLineAsync(Line($"  … and {report.Changes.Count - MostShown} more (--all names them)"));
        }

        await output.WriteLineAsync($"occupations: {Words(report.Occupations)}");
        await output.WriteLineAsync($"terms: {Words(report.Terms)}");
        await output.WriteLineAsync($"places: {Words(report.Places)}");
        await output.WriteLineAsync(Line($"texts: {Words(report.Texts)}; {report.HeldBack} held back for what they say of France"));
        await output.WriteLineAsync($"sources: {Words(report.Sources)}");
        await output.WriteLineAsync(Line($"{(dryRun ? "nothing was stored" : "stored")}, {Seconds(watch)} s."));
        return 0;
    }

    private static async Task<int> PackAsync(ParseResult parsed, DirectoryInfo folder, FileInfo file, CancellationToken cancellation)
    {
        var edition = EditionReader.Read(folder, QualityCatalogue.Load());
        using var packed = new MemoryStream();
        CataloguePack.Write(packed, edition);
        await File.WriteAllBytesAsync(file.FullName, packed.ToArray(), cancellation);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(
            Line($"{edition.Name}: {edition.Occupations.Count} occupations in {packed.Length / 1000} kB.")
        );
        return 0;
    }

    private static async Task<int> StatusAsync(PortalStore store, ParseResult parsed, CancellationToken cancellation)
    {
        await store.RequireUpToDateAsync(cancellation);
        await using var context = await store.Contexts.CreateDbContextAsync(cancellation);
        var output = parsed.InvocationConfiguration.Output;
        var listed = await context.CatalogueOccupations.CountAsync(o => o.GoneUtc == null, cancellation);
        var gone = await context.CatalogueOccupations.CountAsync(o => o.GoneUtc != null, cancellation);
        await output.WriteLineAsync(Line($"{listed} occupations, {gone} more that are listed no longer."));
        foreach (var source in await context.CatalogueSources.AsNoTracking().OrderBy(s => s.Key).ToListAsync(cancellation))
        {
            await output.WriteLineAsync(
                VisibleText.Of(
                    Line(
                        $"{source.Key} {source.Edition}, {source.Rows} rows, {source.ImportedUtc:yyyy-MM-dd}: {source.Attribution} [{source.Licence}]"
                    )
                )
            );
        }

        return 0;
    }

    internal static async Task<int> TellFaultAsync(ParseResult parsed, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(VisibleText.Of(e.Message));
            await parsed.InvocationConfiguration.Error.WriteLineAsync("nothing was stored.");
            return ExitCode.Faulty;
        }
    }

    private static char Sign(CatalogueChangeKind kind) =>
        kind switch
        {
            CatalogueChangeKind.Added => '+',
            CatalogueChangeKind.Gone => '-',
            _ => '~',
        };

    private static string Words(CatalogueCount count) =>
        Line($"{count.Added} added, {count.Revised} revised, {count.Gone} gone, {count.Unchanged} unchanged");

    private static string Seconds(Stopwatch watch) => watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
