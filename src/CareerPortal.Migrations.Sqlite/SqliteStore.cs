using System.Data.Common;
using CareerPortal.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>The embedded store: one file, write-ahead log, migrated by the site itself at start.</summary>
public sealed class SqliteStore
{
    public const string ProviderName = "Sqlite";

    /// <summary>
    /// How long a command waits for another's lock. It holds a thread meanwhile, and whoever sent a form is told and can send it again.
    /// </summary>
    private const int BusySeconds = 5;

    /// <summary>How long a start waits for another one that migrates the same file.</summary>
    private const int MigratingSeconds = 30;

    /// <summary>How Windows, Linux and macOS say that another process holds a file.</summary>
    private static readonly int[] HeldElsewhere = [unchecked((int)0x80070020), 11, 35];

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _file;

    public SqliteStore(string file) => _file = Path.GetFullPath(file);

    public string File => _file;

    /// <summary>
    /// Lets a context use the file, which must be there: <see cref="MigrateAsync"/> makes it. A file that was deleted never comes back empty.
    /// </summary>
    public static void Configure(DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.GetFullPath(file),
                    Mode = SqliteOpenMode.ReadWrite,
                    ForeignKeys = true,
                    DefaultTimeout = BusySeconds,
                }.ConnectionString,
                sqlite =>
                    sqlite
                        .MigrationsAssembly(typeof(SqliteStore).Assembly.GetName().Name)
                        .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            )
            .AddInterceptors(SqliteRefusedRows.Instance, StoreFileConnections.Instance)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
            .LogFailuresOnce();

    /// <summary>
    /// Brings the file to the newest model. Holds a lock file meanwhile, so a row that a killed process left in EF's own
    /// lock table is known to be dead and is removed; otherwise the next start would wait on it for ever.
    /// </summary>
    /// <exception cref="TimeoutException">Another process has been migrating the same file for too long.</exception>
    /// <exception cref="StoreVersionException">The file is of another version.</exception>
    public async Task MigrateAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        MakeFolder(Path.GetDirectoryName(_file)!);
        await using var lockFile = await TakeLockAsync(time, cancellation);
        MakeFile();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        await RequireKnownAsync(context, cancellation);
        await ExecuteAsync(context.Database.GetDbConnection(), "PRAGMA journal_mode = WAL;", cancellation);
        await RemoveDeadLockRowAsync(context.Database.GetDbConnection(), cancellation);

        // Migrating lays the whole model beside its snapshot first, even where nothing is to be done: a good part of every start.
        if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await context.Database.MigrateAsync(cancellation);
        }
    }

    /// <exception cref="StoreVersionException">The file is of another version.</exception>
    public Task RequireKnownAsync(PortalDbContext context, CancellationToken cancellation) =>
        StoreVersion.RequireKnownAsync(
            context,
            $"The file {_file}",
            table => $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}';",
            cancellation
        );

    /// <summary>A folder that is made here is the site's alone; one that was there is somebody's, who decides who enters.</summary>
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>SQLite takes an empty file for an empty database, and gives the files beside it the same rights.</summary>
    private void MakeFile()
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
        };
        if (OperatingSystem.IsWindows())
        {
            new FileStream(_file, how).Dispose();
            return;
        }

        how.UnixCreateMode = OwnerOnly;
        new FileStream(_file, how).Dispose();
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" }.Where(System.IO.File.Exists))
        {
            try
            {
                System.IO.File.SetUnixFileMode(file, OwnerOnly);
            }
            catch (UnauthorizedAccessException)
            {
                // Somebody else owns the file and lets the site write to it: its rights are theirs to set.
            }
        }
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
            catch (IOException e) when (HeldElsewhere.Contains(e.HResult) && time.GetElapsedTime(started) < TimeSpan.FromSeconds(MigratingSeconds))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
            }
            catch (IOException e) when (HeldElsewhere.Contains(e.HResult))
            {
                throw new TimeoutException(
                    $"Another process has held {path} for {MigratingSeconds} s. If none is running, delete that file and start again.",
                    e
                );
            }
        }
    }
}
