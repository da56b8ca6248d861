using System.Data.Common;
using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareerPortal.Stores;

/// <summary>The store of production: a database on SQL Server.</summary>
internal sealed class SqlServerProvider(string connection) : StoreProvider
{
    public override string Name => SqlServerStore.ProviderName;

    public override string Place { get; } = PlaceOf(new SqlConnectionStringBuilder(connection));

    public override bool IsMigratedAtStart => false;

    public override MigrationsSqlGenerationOptions ScriptOptions => MigrationsSqlGenerationOptions.Idempotent;

    public override void Configure(DbContextOptionsBuilder options) => SqlServerStore.Configure(options, connection);

    public override async Task ReachAsync(CancellationToken cancellation)
    {
        try
        {
            await SqlServerStore.ReachAsync(connection, cancellation);
        }
        catch (SqlException e)
        {
            throw new StoreException(NoAnswer(e), e);
        }
    }

    public override Task RequireKnownAsync(PortalDbContext context, CancellationToken cancellation) =>
        SqlServerStore.RequireKnownAsync(context, cancellation);

    public override async Task MigrateAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    public override Task<IReadOnlyList<DatabaseAdvice>> AdviseAsync(PortalDbContext context, CancellationToken cancellation) =>
        DatabaseAdvice.ForAsync(context, cancellation);

    public override string? StartLineFor(Exception failure) =>
        failure switch
        {
            RetryLimitExceededException { InnerException: { } inner } => StartLineFor(inner),
            DbException => NoAnswer(failure),
            StoreVersionException => failure.Message,
            ArgumentException => SqlServerStore.Unreadable,
            _ => null,
        };

    private static string PlaceOf(SqlConnectionStringBuilder parts) => $"{parts.DataSource}, {parts.InitialCatalog}";

    private string NoAnswer(Exception failure)
    {
        var reason = string.Join(' ', failure.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"SQL Server does not answer at {Place}, or does not let this login in ({reason}). Check ConnectionStrings:Portal.";
    }
}
