using System.Security.Cryptography;
using System.Text;
using CareerPortal.Testing;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>
/// A look at a site's store from beside it: what was refused must have changed no table. The rows are read again only where somebody has written
/// since: SQLite tells each connection of that by a number of its own.
/// </summary>
internal sealed class StoreWatch : IDisposable
{
    private readonly SqliteConnection _connection;
    private long _version = -1;
    private IReadOnlyDictionary<string, string> _tables = new Dictionary<string, string>();

    public StoreWatch(string dataFolder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "portal.db")};Mode=ReadOnly;Pooling=False");
        _connection.Open();
    }

    /// <summary>A mark for each table.</summary>
    public IReadOnlyDictionary<string, string> Tables()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var version = (long)command.ExecuteScalar()!;
        if (version != _version)
        {
            _tables = StoreRows
                .Of(_connection)
                .ToDictionary(t => t.Key, t => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', t.Value)))));
            _version = version;
        }

        return _tables;
    }

    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        after.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key);

    public void Dispose() => _connection.Dispose();
}
