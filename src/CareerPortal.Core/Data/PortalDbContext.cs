using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>
/// The portal's store. Each feature brings its entities: mappings beside them, and the names of its sets (<c>GuideSets</c>). Only what both
/// providers translate is used.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<ContentStamp> ContentStamps => Set<ContentStamp>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseRewriting();
        StampRenewal.Renew(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseRewriting();
        StampRenewal.Renew(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<LocalisedText>().HaveConversion<AsJson<LocalisedText>>();
    }

    private void RefuseRewriting()
    {
        if (ChangeTracker.Entries<IWrittenOnce>().Any(e => e.State == EntityState.Modified))
        {
            throw new InvalidOperationException("What is written once is never changed: add a new one.");
        }
    }
}
