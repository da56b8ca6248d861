using CareerPortal.Data;
using CareerPortal.Import;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Migrations.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>Chooses the store, and makes the embedded one ready at start.</summary>
internal static partial class PortalStore
{
    private const string FileName = "portal.db";
    private const string ConnectionName = "Portal";

    public static void AddPortalStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations()
            .Validate<IConfiguration>(
                (o, configuration) => o.IsSqlite || !string.IsNullOrWhiteSpace(configuration.GetConnectionString(ConnectionName)),
                "Database:Provider is SqlServer, so ConnectionStrings:Portal must hold a connection string.")
            .ValidateOnStart();
        builder.Services.AddSingleton(s => new SqliteStore(FileOf(s.GetRequiredService<IOptions<StoreOptions>>().Value, builder.Environment)));
        builder.Services.AddDbContextFactory<PortalDbContext>((services, options) =>
        {
            if (services.GetRequiredService<IOptions<StoreOptions>>().Value.IsSqlite)
            {
                SqliteStore.Configure(options, services.GetRequiredService<SqliteStore>().File);
            }
            else
            {
                SqlServerStore.Configure(options, builder.Configuration.GetConnectionString(ConnectionName)!);
            }
        });
        builder.Services.AddDataProtection().SetApplicationName("CareerPortal").PersistKeysToDbContext<PortalDbContext>();
    }

    /// <summary>Brings the embedded store up to date and fills it when it is empty. SQL Server is migrated by command; here it is only filled.</summary>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        var services = app.Services;
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PortalStore));
        if (services.GetRequiredService<IOptions<StoreOptions>>().Value.IsSqlite)
        {
            var store = services.GetRequiredService<SqliteStore>();
            await store.MigrateAsync(contexts, services.GetRequiredService<TimeProvider>(), CancellationToken.None);
            StoreLies(logger, store.File);
        }
        else
        {
            await using var context = await contexts.CreateDbContextAsync();
            if ((await context.Database.GetPendingMigrationsAsync()).Any())
            {
                throw new InvalidOperationException("The SQL Server database is not up to date: run the command 'database migrate' of CareerPortal.Cli first.");
            }
        }

        if (await services.GetRequiredService<ContentImport>().FillEmptyStoreAsync(CancellationToken.None) is { } report)
        {
            StoreFilled(logger, report.Added);
        }
    }

    private static string FileOf(StoreOptions options, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, options.DataFolder, FileName);

    [LoggerMessage(Level = LogLevel.Information, Message = "The data lies in {File}")]
    private static partial void StoreLies(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store was empty: {Guides} guides were brought in")]
    private static partial void StoreFilled(ILogger logger, int guides);
}
