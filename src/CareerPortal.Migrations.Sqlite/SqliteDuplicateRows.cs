using System.Data.Common;
using CareerPortal.Data;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>The numbers by which SQLite says that a key is taken: https://sqlite.org/rescode.html.</summary>
internal sealed class SqliteDuplicateRows : DuplicateRows
{
    public static readonly SqliteDuplicateRows Instance = new();

    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    protected override bool Means(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique };
}
