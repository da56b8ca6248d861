using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Directories;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Finding;

/// <summary>
/// Finds training centres and guidance services by their names, towns and postcodes, from memory; they are read once for each state of the
/// directories and of the country's places.
/// </summary>
public sealed class PlaceFinder
{
    private readonly GuidanceDirectory _guidance;
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly PerContent<PlaceIndex> _index;

    public PlaceFinder(IDbContextFactory<PortalDbContext> contexts, GuidanceDirectory guidance, ContentMark mark)
    {
        (_contexts, _guidance) = (contexts, guidance);
        _index = new PerContent<PlaceIndex>(mark, ContentRealm.Directories | ContentRealm.Catalogue, ReadAsync);
    }

    /// <summary>All that the words name, those they name best first.</summary>
    public Task<IReadOnlyList<FoundPlace>> FindAsync(string? typed, CancellationToken cancellation) => FindAsync(typed, false, cancellation);

    /// <summary>All that somebody who is still typing may mean: the last word may only begin what it means.</summary>
    public Task<IReadOnlyList<FoundPlace>> SuggestAsync(string? typed, CancellationToken cancellation) => FindAsync(typed, true, cancellation);

    private async Task<IReadOnlyList<FoundPlace>> FindAsync(string? typed, bool isUnfinished, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(typed) ? [] : (await _index.CurrentAsync(cancellation)).Find(typed, isUnfinished);

    private async Task<PlaceIndex> ReadAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var centres = await context
            .Set<TrainingCentre>()
            .OrderBy(c => c.Code)
            .Take(PlaceDirectory.MostCodes)
            .Select(c => new KnownCentre(c.Code, c.Name, c.Kind, c.Postcode, c.Locality))
            .ToListAsync();
        var municipalities = await context.Set<Municipality>().AsNoTracking().OrderBy(m => m.Nis).ToListAsync();
        var localities = await context.Set<Locality>().OrderBy(l => l.Id).Select(l => new KnownLocality(l.Postcode, l.Name, l.Nis)).ToListAsync();
        return new PlaceIndex(centres, await _guidance.AllAsync(CancellationToken.None), new KnownTowns(municipalities, localities));
    }
}
