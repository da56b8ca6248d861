using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations and scripts for SQL Server without a server.</summary>
public sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        SqlServerStore.Configure(options, "Server=design-time");
        return new PortalDbContext(options.Options);
    }
}
