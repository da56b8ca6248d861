using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Stores;

/// <summary>The store that the settings name: whether it answers, of which model it is, and how it comes to the newest.</summary>
public sealed class PortalStore
{
    private readonly StoreProvider _provider;
    private readonly TimeProvider _time;

    internal PortalStore(StoreProvider provider, IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
    {
        _provider = provider;
        Contexts = contexts;
        _time = time;
    }

    public IDbContextFactory<PortalDbContext> Contexts { get; }

    public string Provider => _provider.Name;

    /// <summary>The file, or the server and its database; never a password.</summary>
    public string Place => _provider.Place;

    /// <summary>The migrations that the store lacks; all of them where it is not there yet.</summary>
    /// <exception cref="StoreException">The store does not answer.</exception>
    /// <exception cref="StoreVersionException">The store is of another version.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation)
    {
        await _provider.ReachAsync(cancellation);
        await using var context = await Contexts.CreateDbContextAsync(cancellation);
        await _provider.RequireKnownAsync(context, cancellation);
        return _provider.IsAbsent ? [.. context.Database.GetMigrations()] : [.. await context.Database.GetPendingMigrationsAsync(cancellation)];
    }

    /// <exception cref="StoreException">The store does not answer, or is not of the newest model.</exception>
    /// <exception cref="StoreVersionException">The store is of another version.</exception>
    public async Task RequireUpToDateAsync(CancellationToken cancellation)
    {
        if ((await PendingAsync(cancellation)).Count > 0)
        {
            throw new StoreException($"{Place} is not up to date: run the command 'database migrate' of CareerPortal.Cli first.");
        }
    }

    /// <summary>What a database that somebody made beforehand lacks.</summary>
    public async Task<IReadOnlyList<DatabaseAdvice>> AdviseAsync(CancellationToken cancellation)
    {
        await using var context = await Contexts.CreateDbContextAsync(cancellation);
        return await _provider.AdviseAsync(context, cancellation);
    }

    /// <summary>Brings the store to the newest model.</summary>
    public Task MigrateAsync(CancellationToken cancellation) => _provider.MigrateAsync(Contexts, _time, cancellation);

    /// <summary>The SQL that brings any older database to the newest model; for a file, an empty one.</summary>
    public string MigrationScript()
    {
        using var context = Contexts.CreateDbContext();
        return context.GetService<IMigrator>().GenerateScript(options: _provider.ScriptOptions);
    }

    /// <summary>
    /// Makes the store ready at a host's start: a file is brought to the newest model, of a server's database it is required; then
    /// <paramref name="fill"/> may fill an empty one.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be used as it is.</exception>
    public async Task PrepareAsync(Func<CancellationToken, Task> fill, CancellationToken cancellation)
    {
        try
        {
            await (_provider.IsMigratedAtStart ? MigrateAsync(cancellation) : RequireUpToDateAsync(cancellation));
            await fill(cancellation);
        }
        catch (Exception e) when (_provider.StartLineFor(e) is { } line)
        {
            throw new StoreException(line, e);
        }
    }

    /// <summary>What to tell of a failure of the store in the portal's own words; null where its own message says it.</summary>
    public string? LineFor(Exception failure) => _provider.LineFor(failure);
}
