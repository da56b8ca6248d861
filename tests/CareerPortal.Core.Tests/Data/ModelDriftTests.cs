using CareerPortal.Core.Tests.Data.TSql;
using CareerPortal.Data;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Data;

public sealed class ModelDriftTests
{
    [Fact]
    public void Sqlite_Model_HasItsMigration()
    {
        using var store = new TestStore();
        using var context = store.CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void SqlServer_Model_HasItsMigration()
    {
        using var context = new PortalDbContext(RecordingStore.OptionsOf());

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_BothProviders_HaveTheSameNames()
    {
        using var store = new TestStore();
        using var sqlite = store.CreateDbContext();
        using var sqlServer = new PortalDbContext(RecordingStore.OptionsOf());

        Assert.Equal(Names(sqlite), Names(sqlServer));

        static IEnumerable<string> Names(PortalDbContext context) =>
            context.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }
}
