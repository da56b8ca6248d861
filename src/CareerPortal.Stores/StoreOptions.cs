using CareerPortal.Migrations.Sqlite;
using CareerPortal.Migrations.SqlServer;

namespace CareerPortal.Stores;

/// <summary>Which store is used: the section <c>Database</c>, and the connection string <c>Portal</c>.</summary>
public sealed record StoreOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "Portal";

    public string Provider { get; init; } = SqliteStore.ProviderName;

    /// <summary>Where the embedded store lies; a relative folder is counted from the one that the host names.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>What reaches the server; read from <c>ConnectionStrings:Portal</c>.</summary>
    public string? Connection { get; set; }

    public bool IsSqlite => Provider.Equals(SqliteStore.ProviderName, StringComparison.OrdinalIgnoreCase);

    public bool IsSqlServer => Provider.Equals(SqlServerStore.ProviderName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first thing that is missing or wrong, with the key to set; null where nothing is.</summary>
    internal string? Fault() =>
        this switch
        {
            { IsSqlite: false, IsSqlServer: false } =>
                $"Database:Provider is '{Provider}': set it to {SqliteStore.ProviderName} or {SqlServerStore.ProviderName}.",
            { IsSqlite: true } when string.IsNullOrWhiteSpace(DataFolder) =>
                "Database:DataFolder is empty: set it to a folder the site may write to.",
            { IsSqlServer: true } when string.IsNullOrWhiteSpace(Connection) =>
                "Database:Provider is SqlServer, so ConnectionStrings:Portal must hold a connection string.",
            { IsSqlServer: true } when !SqlServerStore.Reads(Connection!) => SqlServerStore.Unreadable,
            _ => null,
        };
}
