using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Occupations;

/// <summary>What the store holds of occupations.</summary>
public static class OccupationSets
{
    extension(PortalDbContext context)
    {
        public DbSet<Occupation> Occupations => context.Set<Occupation>();
    }
}
