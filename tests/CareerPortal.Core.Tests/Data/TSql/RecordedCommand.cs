using System.Data;
using Microsoft.Data.SqlClient;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>A command as the application would have sent it, and the call that sent it.</summary>
internal sealed record RecordedCommand(string Caller, string Text, IReadOnlyList<string> Parameters)
{
    private const int NvarcharMost = 4000;
    private const int VarbinaryMost = 8000;

    public static RecordedCommand Of(string caller, string text, SqlParameterCollection parameters) =>
        new(caller, text, [.. parameters.Cast<SqlParameter>().Select(Declare)]);

    /// <summary>The command as a procedure, so that a database model can check it without running it.</summary>
    public string AsProcedure(int number) => $"CREATE PROCEDURE [dbo].[Sent{number:0000}] {string.Join(", ", Parameters)} AS BEGIN\n{Text}\nEND";

    private static string Declare(SqlParameter parameter)
    {
        var name = parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;
        var type = parameter.SqlDbType switch
        {
            SqlDbType.NVarChar => $"nvarchar({Length(parameter.Size, NvarcharMost)})",
            SqlDbType.VarBinary => $"varbinary({Length(parameter.Size, VarbinaryMost)})",
            SqlDbType.Decimal => "decimal(38, 10)",
            var other => other.ToString(),
        };
        return $"{name} {type}";
    }

    private static string Length(int size, int most) => size is > 0 && size <= most ? $"{size}" : "max";
}
