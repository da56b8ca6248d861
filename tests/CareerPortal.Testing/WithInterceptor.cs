using CareerPortal.Data;
using CareerPortal.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerPortal.Testing;

/// <summary>The same store, with somebody who steps in.</summary>
public sealed class WithInterceptor(TestStore store, IInterceptor interceptor) : IDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, store.File);
        return new PortalDbContext(options.AddInterceptors(interceptor).Options);
    }
}
