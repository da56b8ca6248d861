using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>A command that is written down instead of being sent.</summary>
internal sealed class RecordingCommand(RecordingStore store, InventedValues values) : DbCommand
{
    // The real command only lends its parameters: the provider's type mappings want them to be SQL Server's.
    private readonly SqlCommand _lender = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _lender.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() { }

    public override void Prepare() { }

    public override int ExecuteNonQuery()
    {
        WriteDown();
        return store.Hits ? 1 : 0;
    }

    public override object ExecuteScalar()
    {
        WriteDown();
        return 1;
    }

    protected override DbParameter CreateDbParameter() => _lender.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        WriteDown();
        return new InventedReader(AnswerShape.Of(CommandText, store.Finds), values, store);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lender.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteDown() => store.Commands.Add(RecordedCommand.Of(store.Caller, CommandText, _lender.Parameters));
}
