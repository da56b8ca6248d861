using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers;

/// <summary>What the store holds of offers.</summary>
public static class OfferSets
{
    extension(PortalDbContext context)
    {
        public DbSet<JobOffer> JobOffers => context.Set<JobOffer>();

        public DbSet<OfferSource> OfferSources => context.Set<OfferSource>();

        public DbSet<OfferRun> OfferRuns => context.Set<OfferRun>();

        public DbSet<OfferLabel> OfferLabels => context.Set<OfferLabel>();

        public DbSet<OfferCounter> OfferCounters => context.Set<OfferCounter>();

        public DbSet<OfferLease> OfferLeases => context.Set<OfferLease>();

        public DbSet<OfferDistinction> OfferDistinctions => context.Set<OfferDistinction>();

        public DbSet<OfferReport> OfferReports => context.Set<OfferReport>();

        public DbSet<OfferCorrection> OfferCorrections => context.Set<OfferCorrection>();

        public DbSet<OfferSynonym> OfferSynonyms => context.Set<OfferSynonym>();
    }
}
