using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Stores;

/// <summary>What differs from one kind of database to the other.</summary>
internal abstract class StoreProvider
{
    public abstract string Name { get; }

    /// <summary>The file, or the server and its database; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>Whether asking the store could make it: an absent file would come to be when it is opened.</summary>
    public virtual bool IsAbsent => false;

    /// <summary>Whether a host brings the store to the newest model at its start; otherwise a command does.</summary>
    public abstract bool IsMigratedAtStart { get; }

    /// <summary>How the script is written that brings a database to the newest model.</summary>
    public abstract MigrationsSqlGenerationOptions ScriptOptions { get; }

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Asks whether the store answers, before anything waits through all its retries.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    public abstract Task ReachAsync(CancellationToken cancellation);

    /// <exception cref="StoreVersionException">The store is of another version.</exception>
    public abstract Task RequireKnownAsync(PortalDbContext context, CancellationToken cancellation);

    public abstract Task MigrateAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, CancellationToken cancellation);

    /// <summary>What a database that somebody made beforehand lacks.</summary>
    public virtual Task<IReadOnlyList<DatabaseAdvice>> AdviseAsync(PortalDbContext context, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DatabaseAdvice>>([]);

    /// <summary>What to tell of a failure of a command; null where its own message says it.</summary>
    public virtual string? LineFor(Exception failure) => null;

    /// <summary>What to tell of a failure while a host prepares the store; null where only its trace helps.</summary>
    public abstract string? StartLineFor(Exception failure);
}
