using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareerPortal.Data;

/// <summary>Looks at the list of migrations that a store keeps, before anything is done to it.</summary>
public static class StoreVersion
{
    /// <summary>
    /// Refuses a store that a newer program has changed, and one that has lost its list, which migrating would take for an empty one.
    /// </summary>
    /// <param name="context">The store.</param>
    /// <param name="place">How people know it: its file, or its server and database.</param>
    /// <param name="countTables">The provider's SQL that counts the tables of a name that the program gives.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <exception cref="StoreVersionException">It is one of them.</exception>
    public static async Task RequireKnownAsync(
        PortalDbContext context,
        string place,
        Func<string, string> countTables,
        CancellationToken cancellation
    )
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Except(context.Database.GetMigrations()).LastOrDefault() is { } unknown)
        {
            throw new StoreVersionException(
                $"{place} was made by a newer version of the portal (it holds {unknown}): use that version, or a copy of the data from before it."
            );
        }

        if (
            applied.Count == 0
            && await context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation)
            && await HasTableAsync(context, countTables(context.Model.FindEntityType(typeof(ContentStamp))!.GetTableName()!), cancellation)
        )
        {
            throw new StoreVersionException(
                $"{place} has tables but not the list of its migrations ({HistoryRepository.DefaultTableName}): "
                    + "put a copy of it back that has both, or move it away and begin with an empty one."
            );
        }
    }

    private static async Task<bool> HasTableAsync(PortalDbContext context, string sql, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) > 0;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
