using System.CommandLine;
using CareerPortal.Cli.Shell;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Database;

/// <summary><c>database migrate</c>, <c>database status</c>, <c>database script</c>.</summary>
internal static class DatabaseCommand
{
    public static Command Make(IConfiguration configuration)
    {
        var migrate = new Command("migrate", "Brings the database to the newest model.");
        migrate.UseStore(configuration, MigrateAsync);

        var status = new Command(
            "status",
            $"Tells which database is used and whether it is up to date; exit code {ExitCode.OutOfDate} when it is not."
        );
        status.UseStore(configuration, StatusAsync);

        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; without it the script is printed." };
        var script = new Command("script", "Writes the SQL that brings any older database to the newest model (for SQLite: an empty one).")
        {
            output,
        };
        script.UseStore(configuration, (store, parsed, cancellation) => ScriptAsync(store, parsed, parsed.GetValue(output), cancellation));

        return new Command("database", "Looks after the database.") { migrate, status, script };
    }

    private static async Task<int> MigrateAsync(PortalStore store, ParseResult parsed, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        var pending = await store.PendingAsync(cancellation);
        await using (var context = store.Contexts.CreateDbContext())
        {
            var isNew = pending.Count == context.Database.GetMigrations().Count();
            foreach (var advice in await store.AdviseAsync(cancellation))
            {
                if (advice.IsForEmptyDatabase && isNew)
                {
                    throw new StoreException($"{advice.Text} Then run 'database migrate' again; nothing was changed.");
                }

                await parsed.InvocationConfiguration.Error.WriteLineAsync(advice.Text);
            }
        }

        await store.MigrateAsync(cancellation);
        if (await FormKeys.EnsureOneAsync(store.Contexts, TimeProvider.System))
        {
            await output.WriteLineAsync("made the key that protects forms");
        }

        await output.WriteLineAsync($"{store.Provider}: {store.Place}");
        foreach (var migration in pending)
        {
            await output.WriteLineAsync($"applied {migration}");
        }

        await output.WriteLineAsync("The database is up to date.");
        return 0;
    }

    private static async Task<int> StatusAsync(PortalStore store, ParseResult parsed, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"{store.Provider}: {store.Place}");
        var pending = await store.PendingAsync(cancellation);
        if (pending.Count > 0)
        {
            foreach (var migration in pending)
            {
                await output.WriteLineAsync($"pending {migration}");
            }

            await output.WriteLineAsync("Run 'database migrate'.");
            return ExitCode.OutOfDate;
        }

        await using var context = store.Contexts.CreateDbContext();
        var occupations = await context.Occupations.CountAsync(cancellation);
        var guides = await context.Guides.CountAsync(g => g.PublishedRevisionId != null, cancellation);
        await output.WriteLineAsync($"The database is up to date: {occupations} occupations, {guides} published guides.");
        return 0;
    }

    private static async Task<int> ScriptAsync(PortalStore store, ParseResult parsed, FileInfo? file, CancellationToken cancellation)
    {
        var script = store.MigrationScript();
        if (file is null)
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(script);
        }
        else
        {
            await File.WriteAllTextAsync(file.FullName, script, cancellation);
        }

        return 0;
    }
}
