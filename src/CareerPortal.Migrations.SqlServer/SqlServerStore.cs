using CareerPortal.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>The production store: SQL Server 2022, migrated by an explicit command.</summary>
public static class SqlServerStore
{
    public const string ProviderName = "SqlServer";

    /// <summary>What to tell of a connection string that the driver does not understand.</summary>
    public const string Unreadable = "ConnectionStrings:Portal is not a SQL Server connection string.";

    private const int CompatibilityLevel2022 = 160;

    /// <summary>The error of a server that answers and has no such database.</summary>
    private const int NoSuchDatabase = 4060;

    /// <summary>
    /// How long opening a connection may take where the connection string does not say; the driver's own 15 seconds are more than a reader
    /// waits.
    /// </summary>
    private const int ConnectSeconds = 5;

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlServer(
                Impatient(connectionString),
                server =>
                    server
                        .MigrationsAssembly(typeof(SqlServerStore).Assembly.GetName().Name)
                        .UseCompatibilityLevel(CompatibilityLevel2022)
                        .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                        .ExecutionStrategy(dependencies => new BriefRetries(dependencies))
            )
            .AddInterceptors(SqlServerRefusedRows.Instance)
            .LogFailuresOnce()
            .ReplaceService<IModelCustomizer, FrenchCollation>();

    /// <summary>
    /// Asks the server whether it answers, once and without patience: otherwise each first command waits through all its retries. A server
    /// without the database is one that answers.
    /// </summary>
    /// <exception cref="SqlException">It does not, or does not let this login in.</exception>
    public static async Task ReachAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(Impatient(connectionString)) { ConnectRetryCount = 0, Pooling = false }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(cancellation);
        }
        catch (SqlException e) when (e.Number == NoSuchDatabase)
        {
            // Migrating makes it.
        }
    }

    /// <exception cref="StoreVersionException">The database is of another version.</exception>
    public static Task RequireKnownAsync(PortalDbContext context, CancellationToken cancellation) =>
        StoreVersion.RequireKnownAsync(
            context,
            "The SQL Server database that ConnectionStrings:Portal names",
            table => $"SELECT COUNT(*) FROM sys.tables WHERE name = '{table}';",
            cancellation
        );

    /// <summary>Whether the driver understands a connection string.</summary>
    public static bool Reads(string connectionString)
    {
        try
        {
            return Impatient(connectionString).Length > 0;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string Impatient(string connectionString)
    {
        var parts = new SqlConnectionStringBuilder(connectionString);
        if (!parts.ShouldSerialize("Connect Timeout"))
        {
            parts.ConnectTimeout = ConnectSeconds;
        }

        return parts.ConnectionString;
    }
}
