using CareerPortal.Compatibility;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Places;
using CareerPortal.Search;
using CareerPortal.Sources;
using CareerPortal.Wages;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Data;

/// <summary>The portal's store. Mappings stand beside their entities; only what both providers translate is used.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Occupation> Occupations => Set<Occupation>();

    public DbSet<Guide> Guides => Set<Guide>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<TrainingCentre> TrainingCentres => Set<TrainingCentre>();

    public DbSet<JobZone> JobZones => Set<JobZone>();

    public DbSet<WorkPlatform> Platforms => Set<WorkPlatform>();

    public DbSet<GuidanceService> GuidanceServices => Set<GuidanceService>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SearchMeaning> SearchMeanings => Set<SearchMeaning>();

    public DbSet<WageFloor> WageFloors => Set<WageFloor>();

    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();

    public DbSet<QuizSession> QuizSessions => Set<QuizSession>();

    public DbSet<QuizAnswer> QuizAnswers => Set<QuizAnswer>();

    public DbSet<ContentStamp> ContentStamps => Set<ContentStamp>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseChangedRevisions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseChangedRevisions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<MapPoint>().HaveConversion<AsJson<MapPoint>>().HaveMaxLength(MapPoint.MaxLength);
        configurationBuilder.Properties<LocalisedText>().HaveConversion<AsJson<LocalisedText>>();
        configurationBuilder.Properties<OccupationInterests>().HaveConversion<AsJson<OccupationInterests>>();
        configurationBuilder.Properties<GuideContent>().HaveConversion<AsJson<GuideContent>>();
    }

    private void RefuseChangedRevisions()
    {
        if (ChangeTracker.Entries<Revision>().Any(e => e.State == EntityState.Modified))
        {
            throw new InvalidOperationException("A revision is never changed: add a new one.");
        }
    }
}
