using System.Reflection;
using Microsoft.Data.SqlClient;

namespace CareerPortal.Testing;

/// <summary>
/// Failures as SQL Server reports them, without a server: the driver lets nobody make one, so it is done by reflection, here and nowhere else.
/// </summary>
public static class SqlFaults
{
    public const int TimedOut = -2;
    public const int ConstraintFailed = 547;
    public const int Deadlock = 1205;
    public const int DiskFull = 1105;
    public const int KeyInIndexTaken = 2601;
    public const int KeyTaken = 2627;
    public const int NoSuchDatabase = 4060;
    public const int DatabaseAway = 40613;

    public static SqlException Of(int number)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;
        var constructor = typeof(SqlError)
            .GetConstructors(Hidden)
            .OrderBy(c => c.GetParameters().Length)
            .First(c => c.GetParameters()[0].ParameterType == typeof(int));
        var error = constructor.Invoke([.. constructor.GetParameters().Select((p, index) => index == 0 ? number : ValueOf(p))]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var make = typeof(SqlException).GetMethod(
            "CreateException",
            BindingFlags.NonPublic | BindingFlags.Static,
            [typeof(SqlErrorCollection), typeof(string)]
        )!;
        return (SqlException)make.Invoke(null, [errors, "16.0"])!;
    }

    private static object? ValueOf(ParameterInfo parameter) =>
        parameter switch
        {
            { Name: "errorClass" } => (byte)16,
            { ParameterType.Name: nameof(String) } => "A fault made by a test.",
            { ParameterType.IsValueType: true } => Activator.CreateInstance(parameter.ParameterType),
            _ => null,
        };
}
