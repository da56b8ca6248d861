using System.Data;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Testing;

/// <summary>All that a store holds as text, to be compared: what was refused must have changed nothing.</summary>
public static class StoreRows
{
    /// <summary>What changes by being looked at, or holds no word of anybody.</summary>
    private static readonly string[] Passing = ["AccountSessions", "OutgoingMails", "sqlite_sequence", "DataProtectionKeys"];

    /// <summary>The rows of each table in an order of their own, without those of the tables named.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(SqliteConnection connection, params string[] without)
    {
        if (connection.State != ConnectionState.Open)
        {
            connection.Open();
        }

        return Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")
            .Except([.. Passing, .. without])
            .ToDictionary(t => t, t => (IReadOnlyList<string>)[.. Read(connection, $"SELECT * FROM \"{t}\"").Order(StringComparer.Ordinal)]);
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the store's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => TextOf(reader.GetValue(i)))));
        }

        return rows;
    }

    private static string TextOf(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
