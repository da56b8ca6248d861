using System.Data.Common;
using CareerPortal.Data;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>The numbers by which SQLite says that a key is taken or a parent has gone: https://sqlite.org/rescode.html.</summary>
internal sealed class SqliteRefusedRows : RefusedRows
{
    public static readonly SqliteRefusedRows Instance = new();

    private const int ForeignKey = 787;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    protected override bool IsDuplicate(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique };

    protected override bool IsWithoutParent(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: ForeignKey };
}
