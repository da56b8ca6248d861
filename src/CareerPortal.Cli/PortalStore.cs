using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Migrations.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli;

/// <summary>The store of the site, found by the same settings as the site finds it.</summary>
internal sealed class PortalStore : IDbContextFactory<PortalDbContext>
{
    private const string FileName = "portal.db";

    private readonly DbContextOptions<PortalDbContext> _options;
    private readonly SqliteStore? _file;
    private readonly string? _connection;

    private PortalStore(string provider, string place, DbContextOptions<PortalDbContext> options, SqliteStore? file, string? connection)
    {
        Provider = provider;
        Place = place;
        _options = options;
        _file = file;
        _connection = connection;
    }

    public string Provider { get; }

    /// <summary>The file, or the server and its database; never a password.</summary>
    public string Place { get; }

    public bool IsSqlite => _file is not null;

    /// <summary>Whether asking the store could make it: an absent file would come to be when it is opened.</summary>
    public bool IsAbsentFile => _file is not null && !File.Exists(_file.File);

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static PortalStore Named(IConfiguration configuration, string site)
    {
        var provider = configuration["Database:Provider"] ?? SqliteStore.ProviderName;
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        if (provider.Equals(SqliteStore.ProviderName, StringComparison.OrdinalIgnoreCase))
        {
            var file = new SqliteStore(Path.Combine(site, configuration["Database:DataFolder"] ?? "data", FileName));
            SqliteStore.Configure(options, file.File);
            return new PortalStore(SqliteStore.ProviderName, file.File, options.Options, file, null);
        }

        if (!provider.Equals(SqlServerStore.ProviderName, StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingException($"Database:Provider is '{provider}': set it to {SqliteStore.ProviderName} or {SqlServerStore.ProviderName}.");
        }

        var connection = configuration.GetConnectionString("Portal");
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new SettingException("Database:Provider is SqlServer, so ConnectionStrings:Portal must hold a connection string.");
        }

        var place = PlaceOf(connection);
        SqlServerStore.Configure(options, connection);
        return new PortalStore(SqlServerStore.ProviderName, place, options.Options, null, connection);
    }

    public PortalDbContext CreateDbContext() => new(_options);

    /// <summary>Asks a server whether it answers, before anything waits through all its retries, and whether this program knows the store.</summary>
    /// <exception cref="SettingException">It does not answer.</exception>
    /// <exception cref="StoreVersionException">It is of another version.</exception>
    public async Task ReachAsync(CancellationToken cancellation)
    {
        await using var context = CreateDbContext();
        if (_file is not null)
        {
            if (!IsAbsentFile)
            {
                await _file.RequireKnownAsync(context, cancellation);
            }

            return;
        }

        try
        {
            await SqlServerStore.ReachAsync(_connection!, cancellation);
        }
        catch (SqlException e)
        {
            throw new SettingException(
                $"SQL Server does not answer at {Place}, or does not let this login in ({string.Join(' ', e.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}). Check ConnectionStrings:Portal."
            );
        }

        await SqlServerStore.RequireKnownAsync(context, cancellation);
    }

    /// <summary>What to tell of a failure of the file in the site's own words; null where it is none.</summary>
    public string? LineFor(Exception failure) => _file is null ? null : SqliteFault.LineFor(failure, _file.File);

    /// <summary>What a database that somebody made beforehand lacks.</summary>
    public async Task<IReadOnlyList<DatabaseAdvice>> AdviseAsync(CancellationToken cancellation)
    {
        await using var context = CreateDbContext();
        return IsSqlite ? [] : await DatabaseAdvice.ForAsync(context, cancellation);
    }

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (_file is not null)
        {
            await _file.MigrateAsync(this, TimeProvider.System, cancellation);
            return;
        }

        await using var context = CreateDbContext();
        await context.Database.MigrateAsync(cancellation);
    }

    private static string PlaceOf(string connection)
    {
        if (!SqlServerStore.Reads(connection))
        {
            throw new SettingException(SqlServerStore.Unreadable);
        }

        var parts = new SqlConnectionStringBuilder(connection);
        return $"{parts.DataSource}, {parts.InitialCatalog}";
    }
}
