using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Catalogue;

/// <summary>What the store holds of catalogues.</summary>
public static class CatalogueSets
{
    extension(PortalDbContext context)
    {
        public DbSet<CatalogueOccupation> CatalogueOccupations => context.Set<CatalogueOccupation>();

        public DbSet<CatalogueTerm> CatalogueTerms => context.Set<CatalogueTerm>();

        public DbSet<CatalogueSource> CatalogueSources => context.Set<CatalogueSource>();

        public DbSet<CatalogueCode> CatalogueCodes => context.Set<CatalogueCode>();

        public DbSet<Municipality> Municipalities => context.Set<Municipality>();

        public DbSet<Locality> Localities => context.Set<Locality>();

        public DbSet<CatalogueText> CatalogueTexts => context.Set<CatalogueText>();

        public DbSet<ShortageListing> ShortageListings => context.Set<ShortageListing>();
    }
}
