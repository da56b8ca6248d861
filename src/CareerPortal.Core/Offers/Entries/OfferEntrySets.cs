using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>What the store holds of offers that were written here.</summary>
public static class OfferEntrySets
{
    extension(PortalDbContext context)
    {
        public DbSet<OfferEntry> OfferEntries => context.Set<OfferEntry>();

        public DbSet<OfferEntryLink> OfferEntryLinks => context.Set<OfferEntryLink>();
    }
}
