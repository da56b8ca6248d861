using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Directories;

/// <summary>The directories guides refer to: training centres, job zones and work platforms, in pages.</summary>
/// <remarks>What is no code is not asked for: a store may take a code with a space behind it, or in other letters, for the same.</remarks>
public sealed class PlaceDirectory(IDbContextFactory<PortalDbContext> contexts, ContentMark mark)
{
    public const int PageSize = 50;

    /// <summary>More entries than any directory of Belgium will have.</summary>
    public const int MostCodes = 50_000;

    private readonly PerContent<PlaceCodes> _codes = new(mark, ContentRealm.Directories, () => ReadCodesAsync(contexts));

    public Task<Listing<TrainingCentre>> CentresAsync(int page, CancellationToken cancellation) =>
        ListAsync(c => c.TrainingCentres.OrderBy(t => t.Name).ThenBy(t => t.Id), page, cancellation);

    public Task<Listing<JobZone>> ZonesAsync(int page, CancellationToken cancellation) =>
        ListAsync(c => c.JobZones.OrderBy(z => z.Code), page, cancellation);

    public Task<Listing<WorkPlatform>> PlatformsAsync(int page, CancellationToken cancellation) =>
        ListAsync(c => c.Platforms.OrderBy(p => p.Name).ThenBy(p => p.Id), page, cancellation);

    /// <summary>The codes of all entries, read once for each state of the directories.</summary>
    public Task<PlaceCodes> CodesAsync(CancellationToken cancellation) => _codes.CurrentAsync(cancellation);

    public async Task<TrainingCentre?> CentreAsync(string code, CancellationToken cancellation)
    {
        if (!Slug.TryParse(code, out _))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.TrainingCentres.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, cancellation);
    }

    public async Task<JobZone?> ZoneAsync(string code, CancellationToken cancellation)
    {
        if (!Slug.TryParse(code, out _))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.JobZones.AsNoTracking().FirstOrDefaultAsync(z => z.Code == code, cancellation);
    }

    public async Task<WorkPlatform?> PlatformAsync(string code, CancellationToken cancellation)
    {
        if (!Slug.TryParse(code, out _))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Platforms.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, cancellation);
    }

    public async Task<Source?> SourceAsync(string code, CancellationToken cancellation)
    {
        if (!Slug.TryParse(code, out _))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, cancellation);
    }

    /// <summary>The code of the entry that another was merged into; null where none was.</summary>
    public async Task<string?> FindReplacedAsync(DirectoryKind kind, string code, CancellationToken cancellation)
    {
        if (!Slug.TryParse(code, out _))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ReplacedCodes.Where(r => r.Kind == kind && r.Code == code).Select(r => r.NewCode).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<PlaceCodes> ReadCodesAsync(IDbContextFactory<PortalDbContext> contexts)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return new PlaceCodes(
            await context.TrainingCentres.OrderBy(c => c.Code).Take(MostCodes).Select(c => c.Code).ToListAsync(),
            await context.JobZones.OrderBy(z => z.Code).Take(MostCodes).Select(z => z.Code).ToListAsync(),
            await context.Platforms.OrderBy(p => p.Code).Take(MostCodes).Select(p => p.Code).ToListAsync()
        );
    }

    private async Task<Listing<T>> ListAsync<T>(Func<PortalDbContext, IQueryable<T>> query, int page, CancellationToken cancellation)
        where T : class
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var total = await query(context).CountAsync(cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var items = await query(context).AsNoTracking().Skip(shown.Skipped).Take(PageSize).ToListAsync(cancellation);
        return new Listing<T>(items, total, shown.Page, shown.Pages);
    }
}
