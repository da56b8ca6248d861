using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>
/// Gives every connection what SQLite keeps for one connection only: what is deleted is overwritten. And refuses one whose file has
/// gone: a connection kept open since would write into a file that nobody can find again.
/// </summary>
internal sealed class StoreFileConnections : DbConnectionInterceptor
{
    public static readonly StoreFileConnections Instance = new();

    private const int CannotOpen = 14;

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        File.Exists(connection.DataSource) ? result : throw new SqliteException($"The file {connection.DataSource} is not there.", CannotOpen);

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(ConnectionOpening(connection, eventData, result));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON;";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite answers at once.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
