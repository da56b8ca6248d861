using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Testing;

/// <summary>A disk that has no room left: the file may not grow. SQLite keeps this limit for each connection.</summary>
public sealed class FullDisk : DbConnectionInterceptor
{
    private volatile bool _hasRoom;

    /// <summary>Whether somebody has made room again.</summary>
    public bool HasRoom
    {
        get => _hasRoom;
        set => _hasRoom = value;
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Limit(connection);
        return Task.CompletedTask;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

    private void Limit(DbConnection connection)
    {
        using var command = connection.CreateCommand();

        // One page at most means: no more than there are.
        command.CommandText = $"PRAGMA max_page_count = {(_hasRoom ? int.MaxValue : 1)};";
        command.ExecuteScalar();
    }
}
