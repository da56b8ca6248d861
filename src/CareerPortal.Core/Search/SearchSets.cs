using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Search;

/// <summary>What the store holds of the words of searches.</summary>
public static class SearchSets
{
    extension(PortalDbContext context)
    {
        public DbSet<SearchMeaning> SearchMeanings => context.Set<SearchMeaning>();

        public DbSet<SearchMiss> SearchMisses => context.Set<SearchMiss>();
    }
}
