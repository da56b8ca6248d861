using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Catalogue;

/// <summary>The catalogue in memory, read once for each state of it.</summary>
public sealed class CatalogueShelf
{
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly PerContent<CatalogueView> _view;

    public CatalogueShelf(IDbContextFactory<PortalDbContext> contexts, ContentMark mark)
    {
        _contexts = contexts;
        _view = new PerContent<CatalogueView>(mark, ContentRealm.Catalogue, ReadAsync);
    }

    public Task<CatalogueView> CurrentAsync(CancellationToken cancellation) => _view.CurrentAsync(cancellation);

    /// <summary>The last that was known of an occupation that is listed no longer, by the address it had; null where none had it.</summary>
    public async Task<ListedEntry?> FindGoneAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        return await context
            .CatalogueOccupations.AsNoTracking()
            .Where(o => o.Slug == slug && o.GoneUtc != null)
            .Select(o => new ListedEntry(o.Code, o.Slug, o.Facts, o.ReviewedUtc))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>What an operator's own import says of an occupation, without what is held back.</summary>
    public async Task<IReadOnlyList<CatalogueText>> TextsOfAsync(string code, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        return await context
            .CatalogueTexts.AsNoTracking()
            .Where(t => t.OccupationCode == code && t.HeldBackFor == null)
            .OrderBy(t => t.Kind)
            .ThenBy(t => t.Id)
            .ToListAsync(cancellation);
    }

    private async Task<CatalogueView> ReadAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var occupations = await context
            .CatalogueOccupations.AsNoTracking()
            .Where(o => o.GoneUtc == null)
            .OrderBy(o => o.Code)
            .Select(o => new ListedEntry(o.Code, o.Slug, o.Facts, o.ReviewedUtc))
            .ToListAsync();
        var terms = await context.CatalogueTerms.AsNoTracking().OrderBy(t => t.Kind).ThenBy(t => t.Code).ToListAsync();
        var codes = await context.CatalogueCodes.AsNoTracking().OrderBy(c => c.Code).ToListAsync();
        var sources = await context.CatalogueSources.AsNoTracking().OrderBy(s => s.Key).ToListAsync();
        var shortages = await context.ShortageListings.AsNoTracking().Where(s => s.OccupationCode != null).OrderBy(s => s.Id).ToListAsync();
        return new CatalogueView(occupations, terms, codes, sources, shortages);
    }
}
