using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>
/// Gives every connection what SQLite keeps for one connection only: what is deleted is overwritten, and a lock is waited for
/// in small steps. And refuses one whose file has gone: a connection kept open since would write into a file that nobody can
/// find again.
/// </summary>
internal sealed class StoreFileConnections : DbConnectionInterceptor
{
    public static readonly StoreFileConnections Instance = new();

    /// <summary>
    /// SQLite's own wait for a lock looks again after 1, 2, 5, 10 ms and so on; the provider's, which goes on after it for as long as a
    /// command may take, only every 150 ms. Answers of a class hold each other up for less than one.
    /// </summary>
    private const int BusyMilliseconds = 1000;

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        File.Exists(connection.DataSource)
            ? result
            : throw new SqliteException($"The file {connection.DataSource} is not there.", SqliteFault.CannotOpen);

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => new(ConnectionOpening(connection, eventData, result));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA secure_delete = ON; PRAGMA busy_timeout = {BusyMilliseconds};";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        // SQLite answers at once.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
