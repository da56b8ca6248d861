using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Wages;

/// <summary>What the store holds of wages and rates.</summary>
public static class WageSets
{
    extension(PortalDbContext context)
    {
        public DbSet<WageFloor> WageFloors => context.Set<WageFloor>();

        public DbSet<ExchangeRate> ExchangeRates => context.Set<ExchangeRate>();
    }
}
