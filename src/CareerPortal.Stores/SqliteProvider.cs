using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareerPortal.Stores;

/// <summary>The embedded store: one file.</summary>
internal sealed class SqliteProvider(string folder) : StoreProvider
{
    private const string FileName = "portal.db";

    private readonly SqliteStore _store = new(Path.Combine(folder, FileName));

    public override string Name => SqliteStore.ProviderName;

    public override string Place => _store.File;

    public override bool IsAbsent => !File.Exists(_store.File);

    public override bool IsMigratedAtStart => true;

    public override MigrationsSqlGenerationOptions ScriptOptions => MigrationsSqlGenerationOptions.Default;

    public override void Configure(DbContextOptionsBuilder options) => SqliteStore.Configure(options, _store.File);

    public override Task ReachAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override Task RequireKnownAsync(PortalDbContext context, CancellationToken cancellation) =>
        IsAbsent ? Task.CompletedTask : _store.RequireKnownAsync(context, cancellation);

    public override Task MigrateAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, CancellationToken cancellation) =>
        _store.MigrateAsync(contexts, time, cancellation);

    public override string? LineFor(Exception failure) => SqliteFault.LineFor(failure, _store.File);

    public override string? StartLineFor(Exception failure) =>
        failure switch
        {
            _ when LineFor(failure) is { } line => line,
            IOException or UnauthorizedAccessException => SqliteFault.CannotWrite(failure, _store.File),
            StoreVersionException or TimeoutException => failure.Message,
            _ => null,
        };
}
