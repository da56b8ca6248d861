using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Core.Tests.Data;

public sealed class SqliteStoreTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task MigrateAsync_NoFile_MakesOneWithAWriteAheadLog()
    {
        var store = new SqliteStore(Path.Combine(_store.Folder, "new", "portal.db"));
        var contexts = ContextsOf(store);

        await store.MigrateAsync(contexts, TimeProvider.System, Cancellation);

        await using var context = contexts.CreateDbContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.Equal("wal", await PragmaAsync(context, "journal_mode"));
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    [Fact]
    public async Task MigrateAsync_RowLeftByAKilledProcess_DoesNotHang()
    {
        var store = new SqliteStore(_store.File);
        await using (var context = _store.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);",
                Cancellation
            );
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00');",
                Cancellation
            );
        }

        await store.MigrateAsync(_store, TimeProvider.System, Cancellation).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task MigrateAsync_TwoStartsAtOnce_BothGoOn()
    {
        var store = new SqliteStore(Path.Combine(_store.Folder, "two", "portal.db"));
        var contexts = ContextsOf(store);

        await Task.WhenAll(
                Enumerable.Range(0, 2).Select(_ => Task.Run(() => store.MigrateAsync(contexts, TimeProvider.System, Cancellation), Cancellation))
            )
            .WaitAsync(Patience, Cancellation);

        await using var context = contexts.CreateDbContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    [Fact]
    public async Task MigrateAsync_LockHeldForEver_SaysWhichFile()
    {
        var store = new SqliteStore(_store.File);
        await using var held = new FileStream(_store.File + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var time = new FakeTimeProvider();

        var start = store.MigrateAsync(_store, time, Cancellation);
        while (!start.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, Cancellation);
        }

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => start);
        Assert.Contains("portal.db.migrating", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FillEmptyStoreAsync_TwoStartsAtOnce_FillItOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _store.ImportFirstContentAsync(Cancellation), Cancellation)))
            .WaitAsync(Patience, Cancellation);

        await using var context = _store.CreateDbContext();
        var guides = await context.Guides.CountAsync(Cancellation);
        Assert.NotEqual(0, guides);
        Assert.Equal(guides, await context.Revisions.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Connection_EveryOne_KeepsForeignKeys()
    {
        await using var context = _store.CreateDbContext();

        Assert.Equal("1", await PragmaAsync(context, "foreign_keys"));
        await Assert.ThrowsAsync<SqliteException>(() =>
            context.Database.ExecuteSqlRawAsync(
                "INSERT INTO OccupationTitles (OccupationId, Language, Masculine, Feminine, Alternatives) VALUES (999, 'fr', 'a', 'a', '[]');",
                Cancellation
            )
        );
    }

    [Fact]
    public async Task FillEmptyStoreAsync_AnotherNodeIsFaster_GoesOn()
    {
        var slower = new ContentImport(
            new WithInterceptor(_store, new FilledMeanwhile(_store)),
            TestStore.Qualities,
            _store.Time,
            new ArrivedGuides()
        );

        var report = await slower.FillEmptyStoreAsync(Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Null(report);
        Assert.NotEqual(0, await context.Guides.CountAsync(Cancellation));
    }

    [Fact]
    public async Task FillEmptyStoreAsync_KeyTakenInAStoreThatStaysEmpty_Fails()
    {
        var import = new ContentImport(new WithInterceptor(_store, new FilledMeanwhile(null)), TestStore.Qualities, _store.Time, new ArrivedGuides());

        await Assert.ThrowsAsync<DuplicateRowException>(() => import.FillEmptyStoreAsync(Cancellation));
    }

    [Fact]
    public async Task Connection_EveryOne_OverwritesWhatIsDeleted()
    {
        var desk = new QuizParts(_store, _store.Time).Desk;
        var code = await desk.StartOverAllAsync("fr", Cancellation);
        await using var context = _store.CreateDbContext();
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", Cancellation);
        var before = await ReadAsync(_store.File);

        await desk.DeleteAsync(code, Cancellation);

        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", Cancellation);
        Assert.NotEqual(-1, before.AsSpan().IndexOf(code.Hash()));
        Assert.Equal(-1, (await ReadAsync(_store.File)).AsSpan().IndexOf(code.Hash()));
        Assert.Equal("1", await PragmaAsync(context, "secure_delete"));
    }

    [Fact]
    public async Task Connection_FileGone_FailsAndMakesNone()
    {
        var file = Path.Combine(_store.Folder, "gone", "portal.db");
        var store = new SqliteStore(file);
        var contexts = ContextsOf(store);
        await store.MigrateAsync(contexts, TimeProvider.System, Cancellation);
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!))
        {
            File.Delete(part);
        }

        await using var context = contexts.CreateDbContext();
        var failure = await Assert.ThrowsAsync<SqliteException>(() => context.QuizSessions.CountAsync(Cancellation));

        Assert.Equal(14, failure.SqliteErrorCode);
        Assert.True(StoreFailure.Is(failure));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task MigrateAsync_FilesAndFolder_AreTheSitesAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has rights of another kind.");
            return;
        }

        var file = Path.Combine(_store.Folder, "private", "portal.db");
        var store = new SqliteStore(file);
        var contexts = ContextsOf(store);
        await store.MigrateAsync(contexts, TimeProvider.System, Cancellation);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await store.MigrateAsync(contexts, TimeProvider.System, Cancellation);

        await using var context = contexts.CreateDbContext();
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.QuizSessions.CountAsync(Cancellation);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        var files = Directory
            .GetFiles(Path.GetDirectoryName(file)!, "portal.db*")
            .Where(f => !f.EndsWith(".migrating", StringComparison.Ordinal))
            .ToList();
        Assert.Contains(files, f => f.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var made in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made));
        }

        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }

    private static async Task<string> PragmaAsync(PortalDbContext context, string name)
    {
        await context.Database.OpenConnectionAsync(Cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name};";
        return $"{await command.ExecuteScalarAsync(Cancellation)}";
    }

    private static PooledDbContextFactory<PortalDbContext> ContextsOf(SqliteStore store)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, store.File);
        return new PooledDbContextFactory<PortalDbContext>(options.Options);
    }

    /// <summary>
    /// Says that a key is taken, as SQL Server does to the slower of two nodes that fill one store; the faster has filled it by then.
    /// </summary>
    private sealed class FilledMeanwhile(TestStore? faster) : DbTransactionInterceptor, ISaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<System.Data.Common.DbTransaction>> TransactionStartingAsync(
            System.Data.Common.DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<System.Data.Common.DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            if (faster is not null)
            {
                await faster.ImportFirstContentAsync(cancellationToken);
            }

            return result;
        }

        public ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => throw new DuplicateRowException(new DbUpdateException("taken", SqlFaults.Of(SqlFaults.KeyTaken)));
    }
}
