using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareerPortal.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations for SQLite without the site.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqliteStore.Configure(options, "design-time.db");
        return new PortalDbContext(options.Options);
    }
}
