using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Directories;

/// <summary>What the store holds of places, services and sources.</summary>
public static class DirectorySets
{
    extension(PortalDbContext context)
    {
        public DbSet<TrainingCentre> TrainingCentres => context.Set<TrainingCentre>();

        public DbSet<JobZone> JobZones => context.Set<JobZone>();

        public DbSet<WorkPlatform> Platforms => context.Set<WorkPlatform>();

        public DbSet<GuidanceService> GuidanceServices => context.Set<GuidanceService>();

        public DbSet<Source> Sources => context.Set<Source>();

        public DbSet<DirectoryChange> DirectoryChanges => context.Set<DirectoryChange>();

        public DbSet<ReplacedCode> ReplacedCodes => context.Set<ReplacedCode>();

        public DbSet<LinkCheck> LinkChecks => context.Set<LinkCheck>();
    }
}
