using System.Data.Common;
using CareerPortal.Data;
using Microsoft.Data.SqlClient;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>
/// The numbers by which SQL Server says that a key is taken, by an index or by a constraint, or that a parent has gone. The
/// model has no other constraint that could fail by the last number.
/// </summary>
internal sealed class SqlServerRefusedRows : RefusedRows
{
    public static readonly SqlServerRefusedRows Instance = new();

    private const int ConstraintFailed = 547;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    protected override bool IsDuplicate(DbException failure) => failure is SqlException { Number: UniqueIndex or UniqueConstraint };

    protected override bool IsWithoutParent(DbException failure) => failure is SqlException { Number: ConstraintFailed };
}
