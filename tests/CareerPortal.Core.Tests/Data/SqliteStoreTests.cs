using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using CareerPortal.TestData;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);", Cancellation);
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00');", Cancellation);
        }

        await store.MigrateAsync(_store, TimeProvider.System, Cancellation).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task MigrateAsync_TwoStartsAtOnce_BothGoOn()
    {
        var store = new SqliteStore(Path.Combine(_store.Folder, "two", "portal.db"));
        var contexts = ContextsOf(store);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => store.MigrateAsync(contexts, TimeProvider.System, Cancellation), Cancellation))).WaitAsync(Patience, Cancellation);

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
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _store.ImportFirstContentAsync(Cancellation), Cancellation))).WaitAsync(Patience, Cancellation);

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
        await Assert.ThrowsAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(
            "INSERT INTO OccupationTitles (OccupationId, Language, Masculine, Feminine, Alternatives) VALUES (999, 'fr', 'a', 'a', '[]');", Cancellation));
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
}
