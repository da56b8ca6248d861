using Microsoft.Data.Sqlite;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>What to tell people when the embedded store fails.</summary>
public static class SqliteFault
{
    // SQLite's own result codes: https://sqlite.org/rescode.html
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    internal const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The fault in one line, with the file and the key that names its folder; null where only its trace helps.</summary>
    public static string? LineFor(Exception? failure, string file) =>
        failure switch
        {
            SqliteException { SqliteErrorCode: Corrupt or NotADatabase } =>
                $"The file {file} is damaged or is no database: put a copy of it back, or move it away and the site makes a new one. "
                    + "It lies in the folder that Database:DataFolder names.",
            SqliteException { SqliteErrorCode: ReadOnly or InputOutput or Full or CannotOpen } => CannotWrite(failure, file),
            { InnerException: { } inner } => LineFor(inner, file),
            _ => null,
        };

    /// <summary>The line for a folder or file that may not be written.</summary>
    public static string CannotWrite(Exception failure, string file) =>
        $"The site cannot write its database {file} ({failure.Message.TrimEnd('.')}): "
        + "make its folder writable for the site, or set Database:DataFolder to another one.";
}
