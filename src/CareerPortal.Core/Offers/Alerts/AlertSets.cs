using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Alerts;

/// <summary>What the store holds of alerts.</summary>
public static class AlertSets
{
    extension(PortalDbContext context)
    {
        public DbSet<OfferAlert> OfferAlerts => context.Set<OfferAlert>();

        public DbSet<OfferAlertDigest> OfferAlertDigests => context.Set<OfferAlertDigest>();

        public DbSet<OfferAlertCount> OfferAlertCounts => context.Set<OfferAlertCount>();

        public DbSet<OfferAlertKey> OfferAlertKeys => context.Set<OfferAlertKey>();
    }
}
