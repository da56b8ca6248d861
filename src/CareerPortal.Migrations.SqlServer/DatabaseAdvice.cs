using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>What a database lacks that somebody made beforehand: one that migrating makes has both.</summary>
/// <param name="Text">What is wrong and what to do, in one line.</param>
/// <param name="IsForEmptyDatabase">Whether it can be mended only before there are tables.</param>
public sealed record DatabaseAdvice(string Text, bool IsForEmptyDatabase)
{
    /// <summary>Asks the database about itself.</summary>
    public const string Question =
        "SELECT [name] AS [Name], [collation_name] AS [Collation], [is_read_committed_snapshot_on] AS [Snapshot] "
        + "FROM sys.databases WHERE [database_id] = DB_ID()";

    /// <summary>The advice for the database of a context; none where it does not exist yet.</summary>
    public static async Task<IReadOnlyList<DatabaseAdvice>> ForAsync(PortalDbContext context, CancellationToken cancellation)
    {
        if (!await context.Database.CanConnectAsync(cancellation))
        {
            return [];
        }

        var found = await context.Database.SqlQueryRaw<Traits>(Question).ToListAsync(cancellation);
        return [.. found.SelectMany(t => For(t.Name, t.Collation, t.Snapshot))];
    }

    public static IEnumerable<DatabaseAdvice> For(string name, string? collation, bool hasSnapshot)
    {
        var quoted = $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";
        if (!string.Equals(collation, FrenchCollation.Name, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(
                $"The database {name} has the collation {collation}, under which French is neither sorted nor compared as it should be: "
                    + $"run ALTER DATABASE {quoted} COLLATE {FrenchCollation.Name}; while it is empty.",
                IsForEmptyDatabase: true
            );
        }

        if (!hasSnapshot)
        {
            yield return new(
                $"In the database {name} readers wait for writers: run ALTER DATABASE {quoted} SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE; once.",
                IsForEmptyDatabase: false
            );
        }
    }

    private sealed record Traits(string Name, string? Collation, bool Snapshot);
}
