using System.Data.Common;
using CareerPortal.Data;
using Microsoft.Data.SqlClient;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>The numbers by which SQL Server says that a key is taken, by an index or by a constraint.</summary>
internal sealed class SqlServerDuplicateRows : DuplicateRows
{
    public static readonly SqlServerDuplicateRows Instance = new();

    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    protected override bool Means(DbException failure) => failure is SqlException { Number: UniqueIndex or UniqueConstraint };
}
