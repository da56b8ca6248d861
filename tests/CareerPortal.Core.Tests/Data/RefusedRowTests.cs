using System.Data.Common;
using CareerPortal.Compatibility;
using CareerPortal.Core.Tests.Data.TSql;
using CareerPortal.Data;
using CareerPortal.Migrations.SqlServer;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareerPortal.Core.Tests.Data;

/// <summary>
/// A key that is taken and a parent that has gone are the refusals that a caller may answer; they are told apart on both providers.
/// </summary>
public sealed class RefusedRowTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Sqlite_PrimaryKeyTaken_IsADuplicate()
    {
        await using (var first = _store.CreateDbContext())
        {
            first.Add(Sample.Floor());
            await first.SaveChangesAsync(Cancellation);
        }

        await using var second = _store.CreateDbContext();
        second.Add(Sample.Floor());

        await Assert.ThrowsAsync<DuplicateRowException>(() => second.SaveChangesAsync(Cancellation));
        Assert.Throws<DuplicateRowException>(() => second.SaveChanges());
    }

    [Fact]
    public async Task Sqlite_ParentMissing_IsToldApart()
    {
        await using var context = _store.CreateDbContext();
        context.Add(Answer());

        var failure = await Assert.ThrowsAsync<MissingParentException>(() => context.SaveChangesAsync(Cancellation));

        Assert.True(StoreFailure.Is(failure));
    }

    [Theory]
    [InlineData(SqlFaults.KeyTaken, typeof(DuplicateRowException))]
    [InlineData(SqlFaults.KeyInIndexTaken, typeof(DuplicateRowException))]
    [InlineData(SqlFaults.ConstraintFailed, typeof(MissingParentException))]
    [InlineData(SqlFaults.DiskFull, null)]
    [InlineData(SqlFaults.Deadlock, null)]
    [InlineData(SqlFaults.TimedOut, null)]
    public async Task SqlServer_Fault_IsToldApartOrNot(int number, Type? answered)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqlServerStore.Configure(options, "Server=none");
        await using var context = new PortalDbContext(options.AddInterceptors(new FailingCommands(SqlFaults.Of(number))).Options);
        context.Database.SetDbConnection(
            new RecordingConnection(new RecordingStore(finds: true, hits: true), InventedValues.For(context.Model)),
            contextOwnsConnection: true
        );
        context.Add(Answer());

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => context.SaveChangesAsync(Cancellation));

        Assert.Equal(answered, failure is DuplicateRowException or MissingParentException ? failure.GetType() : null);
        Assert.True(failure is DbUpdateException or RetryLimitExceededException, $"{failure}");
        Assert.True(StoreFailure.Is(failure));
    }

    [Fact]
    public void Is_FaultOfTheProgram_IsNone()
    {
        Assert.False(StoreFailure.Is(new InvalidOperationException("a fault in the code")));
        Assert.False(StoreFailure.Is(new DbUpdateConcurrencyException("changed meanwhile")));
    }

    private static QuizAnswer Answer() =>
        new()
        {
            SessionId = Guid.NewGuid(),
            ItemId = "detail-1",
            Position = 1,
            Value = 3,
            AnsweredUtc = DateTime.UnixEpoch,
        };

    private sealed class FailingCommands(DbException failure) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => throw failure;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => throw failure;
    }
}
