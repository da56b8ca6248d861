using System.Data.Common;
using CareerPortal.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>The embedded store: one file, write-ahead log, migrated by the site itself at start.</summary>
public sealed class SqliteStore
{
    public const string ProviderName = "Sqlite";

    private const int BusySeconds = 30;

    /// <summary>How Windows, Linux and macOS say that another process holds a file.</summary>
    private static readonly int[] HeldElsewhere = [unchecked((int)0x80070020), 11, 35];

    private readonly string _file;

    public SqliteStore(string file) => _file = Path.GetFullPath(file);

    public string File => _file;

    public static void Configure(DbContextOptionsBuilder options, string file) => options.UseSqlite(
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(file),
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ConnectionString,
        sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteStore).Assembly.GetName().Name)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).LogFailuresOnce();

    /// <summary>
    /// Brings the file to the newest model. Holds a lock file meanwhile, so a row that a killed process left in EF's own
    /// lock table is known to be dead and is removed; otherwise the next start would wait on it for ever.
    /// </summary>
    /// <exception cref="TimeoutException">Another process has been migrating the same file for too long.</exception>
    public async Task MigrateAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await using var lockFile = await TakeLockAsync(time, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        await ExecuteAsync(context.Database.GetDbConnection(), "PRAGMA journal_mode = WAL;", cancellation);
        await RemoveDeadLockRowAsync(context.Database.GetDbConnection(), cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    private static async Task RemoveDeadLockRowAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock';";
        if (await ask.ExecuteScalarAsync(cancellation) is long tables && tables > 0)
        {
            await ExecuteAsync(connection, "DELETE FROM __EFMigrationsLock;", cancellation);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<FileStream> TakeLockAsync(TimeProvider time, CancellationToken cancellation)
    {
        var path = _file + ".migrating";
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (HeldElsewhere.Contains(e.HResult) && time.GetElapsedTime(started) < TimeSpan.FromSeconds(BusySeconds))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
            }
            catch (IOException e) when (HeldElsewhere.Contains(e.HResult))
            {
                throw new TimeoutException($"Another process has held {path} for {BusySeconds} s. If none is running, delete that file and start again.", e);
            }
        }
    }
}
