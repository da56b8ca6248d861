using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>All that a store holds, in a form that can be compared: what was refused must have changed nothing.</summary>
internal static class StoreDump
{
    /// <summary>What changes by being looked at: when a session was last seen, and what waits in the outbox.</summary>
    private static readonly string[] Passing = ["AccountSessions", "OutgoingMails", "sqlite_sequence", "DataProtectionKeys"];

    /// <summary>A mark for each table.</summary>
    public static IReadOnlyDictionary<string, string> Of(string dataFolder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "portal.db")};Mode=ReadOnly");
        connection.Open();
        var marks = new Dictionary<string, string>();
        foreach (
            var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'").Select(r => r.Split('|')[0]).Except(Passing).ToList()
        )
        {
            var rows = Read(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal);
            marks[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
        }

        return marks;
    }

    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        after.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key);

    private static IEnumerable<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the store's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join(
                '|',
                Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")
            );
        }
    }
}
