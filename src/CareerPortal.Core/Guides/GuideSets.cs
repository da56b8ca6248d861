using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Guides;

/// <summary>What the store holds of guides.</summary>
public static class GuideSets
{
    extension(PortalDbContext context)
    {
        public DbSet<Guide> Guides => context.Set<Guide>();

        public DbSet<Revision> Revisions => context.Set<Revision>();

        public DbSet<FormerAddress> FormerAddresses => context.Set<FormerAddress>();

        public DbSet<GuideWithdrawal> GuideWithdrawals => context.Set<GuideWithdrawal>();

        public DbSet<GuideVote> GuideVotes => context.Set<GuideVote>();
    }
}
