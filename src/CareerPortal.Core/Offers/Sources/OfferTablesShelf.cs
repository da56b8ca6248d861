using CareerPortal.Catalogue;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Sources;

/// <summary>The tables that offers are read by, once for each state of the catalogue.</summary>
public sealed class OfferTablesShelf
{
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly PerContent<OfferTables> _tables;

    public OfferTablesShelf(IDbContextFactory<PortalDbContext> contexts, ContentMark mark)
    {
        _contexts = contexts;
        _tables = new PerContent<OfferTables>(mark, ContentRealm.Catalogue, ReadAsync);
    }

    public Task<OfferTables> CurrentAsync(CancellationToken cancellation) => _tables.CurrentAsync(cancellation);

    private async Task<OfferTables> ReadAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var municipalities = await context.Municipalities.AsNoTracking().OrderBy(m => m.Nis).ToListAsync();
        var localities = await context.Localities.AsNoTracking().OrderBy(l => l.Id).ToListAsync();
        var terms = await context.CatalogueTerms.AsNoTracking().Where(t => t.Kind == TermKind.Nace).OrderBy(t => t.Code).ToListAsync();
        return new OfferTables(new BelgianPlaces(municipalities, localities), terms);
    }
}
