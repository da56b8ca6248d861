using System.Security.Cryptography;
using System.Text;
using CareerPortal.Testing;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>A mark for each table of a site's store: what was refused must have changed none.</summary>
internal static class StoreDump
{
    public static IReadOnlyDictionary<string, string> Of(string dataFolder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "portal.db")};Mode=ReadOnly");
        return StoreRows
            .Of(connection)
            .ToDictionary(t => t.Key, t => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', t.Value)))));
    }

    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        after.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key);
}
