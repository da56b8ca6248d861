using System.Data.Common;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>Chooses the store, and makes the embedded one ready at start.</summary>
internal static partial class PortalStore
{
    private const string FileName = "portal.db";
    private const string ConnectionName = "Portal";

    public static void AddPortalStore(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<StoreOptions>()
            .BindConfiguration(StoreOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IConfiguration>(
                (o, configuration) => !o.IsSqlServer || !string.IsNullOrWhiteSpace(configuration.GetConnectionString(ConnectionName)),
                "Database:Provider is SqlServer, so ConnectionStrings:Portal must hold a connection string."
            )
            .Validate<IConfiguration>(
                (o, configuration) =>
                    !o.IsSqlServer
                    || configuration.GetConnectionString(ConnectionName) is not { Length: > 0 } connection
                    || SqlServerStore.Reads(connection),
                SqlServerStore.Unreadable
            )
            .ValidateOnStart();
        builder.Services.AddSingleton(s => new SqliteStore(FileOf(s.GetRequiredService<IOptions<StoreOptions>>().Value)));
        builder.Services.AddDbContextFactory<PortalDbContext>(
            (services, options) =>
            {
                if (services.GetRequiredService<IOptions<StoreOptions>>().Value.IsSqlite)
                {
                    SqliteStore.Configure(options, services.GetRequiredService<SqliteStore>().File);
                }
                else
                {
                    SqlServerStore.Configure(options, builder.Configuration.GetConnectionString(ConnectionName)!);
                }
            }
        );
        builder.Services.AddFormKeys();
    }

    /// <summary>
    /// Brings the embedded store up to date and fills it when it is empty. SQL Server is migrated by command; here it is only filled.
    /// </summary>
    /// <exception cref="StartException">The store cannot be used as it is.</exception>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        var services = app.Services;
        var sqlite = services.GetRequiredService<IOptions<StoreOptions>>().Value.IsSqlite ? services.GetRequiredService<SqliteStore>() : null;
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PortalStore));
        try
        {
            if (sqlite is not null)
            {
                StoreLies(logger, sqlite.File);
                await sqlite.MigrateAsync(contexts, services.GetRequiredService<TimeProvider>(), CancellationToken.None);
            }
            else
            {
                await SqlServerStore.ReachAsync(
                    services.GetRequiredService<IConfiguration>().GetConnectionString(ConnectionName)!,
                    CancellationToken.None
                );
                await RequireMigratedAsync(contexts);
            }

            if (await services.GetRequiredService<ContentImport>().FillEmptyStoreAsync(CancellationToken.None) is { } report)
            {
                StoreFilled(logger, report.Guides.Added);
            }
        }
        catch (Exception e) when ((sqlite is null ? ServerFault(e) : FileFault(e, sqlite.File)) is { } told)
        {
            throw new StartException(told, e);
        }
    }

    private static async Task RequireMigratedAsync(IDbContextFactory<PortalDbContext> contexts)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await SqlServerStore.RequireKnownAsync(context, CancellationToken.None);
        if ((await context.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new StartException(
                "The SQL Server database that ConnectionStrings:Portal names is not up to date: run the command 'database migrate' of CareerPortal.Cli first."
            );
        }
    }

    /// <summary>What to tell when the embedded store fails; null where only its trace helps.</summary>
    private static string? FileFault(Exception failure, string file) =>
        failure switch
        {
            _ when SqliteFault.LineFor(failure, file) is { } line => line,
            IOException or UnauthorizedAccessException => SqliteFault.CannotWrite(failure, file),
            StoreVersionException or TimeoutException => failure.Message,
            _ => null,
        };

    private static string? ServerFault(Exception failure) =>
        failure switch
        {
            RetryLimitExceededException { InnerException: { } inner } => ServerFault(inner),
            DbException => $"SQL Server does not let the site in as ConnectionStrings:Portal says: {failure.Message}",
            StoreVersionException => failure.Message,
            ArgumentException => SqlServerStore.Unreadable,
            _ => null,
        };

    /// <summary>A relative folder is counted from the working folder: what a person types, or the service's unit says.</summary>
    private static string FileOf(StoreOptions options) => Path.Combine(options.DataFolder, FileName);

    [LoggerMessage(Level = LogLevel.Information, Message = "The data lies in {File}")]
    private static partial void StoreLies(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store was empty: {Guides} guides were brought in")]
    private static partial void StoreFilled(ILogger logger, int guides);
}
