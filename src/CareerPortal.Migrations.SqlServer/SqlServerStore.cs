using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>The production store: SQL Server 2022, migrated by an explicit command.</summary>
public static class SqlServerStore
{
    public const string ProviderName = "SqlServer";

    private const int CompatibilityLevel2022 = 160;

    public static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(
            connectionString,
            server => server
                .MigrationsAssembly(typeof(SqlServerStore).Assembly.GetName().Name)
                .UseCompatibilityLevel(CompatibilityLevel2022)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .EnableRetryOnFailure())
        .LogFailuresOnce()
        .ReplaceService<IModelCustomizer, FrenchCollation>();
}
