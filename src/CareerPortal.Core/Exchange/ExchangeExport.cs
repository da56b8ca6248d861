using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Search;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Exchange;

/// <summary>Takes out of the store what readers get, as exchange files in a fixed order: the same content always gives the same files.</summary>
public sealed class ExchangeExport(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<ExchangeSet> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var occupations = await context.Occupations.AsNoTracking().Include(o => o.Titles).Include(o => o.Requirements).ToListAsync(cancellation);
        var centres = await context.TrainingCentres.AsNoTracking().ToListAsync(cancellation);
        var zones = await context.JobZones.AsNoTracking().ToListAsync(cancellation);
        var platforms = await context.Platforms.AsNoTracking().ToListAsync(cancellation);
        var guidance = await context.GuidanceServices.AsNoTracking().ToListAsync(cancellation);
        var sources = await context.Sources.AsNoTracking().ToListAsync(cancellation);
        var floors = await context.WageFloors.AsNoTracking().ToListAsync(cancellation);
        var meanings = await context.SearchMeanings.AsNoTracking().ToListAsync(cancellation);
        var rates = await context.ExchangeRates.AsNoTracking().ToListAsync(cancellation);
        var guides = await context
            .Guides.Where(g => g.PublishedRevisionId != null)
            .Select(g => new
            {
                g.Occupation.Code,
                g.Language,
                g.Slug,
                g.PublishedRevision!.Id,
                g.PublishedRevision.Format,
                g.PublishedRevision.Document,
            })
            .ToListAsync(cancellation);
        return new ExchangeSet
        {
            Occupations = ByCode(occupations.Select(ExchangeForms.Of), o => o.Code),
            TrainingCentres = ByCode(centres.Select(ExchangeForms.Of), c => c.Code),
            JobZones = ByCode(zones.Select(ExchangeForms.Of), z => z.Code),
            Platforms = ByCode(platforms.Select(ExchangeForms.Of), p => p.Code),
            GuidanceServices = ByCode(guidance.Select(ExchangeForms.Of), s => s.Code),
            Sources = ByCode(sources.Select(ExchangeForms.Of), s => s.Code),
            WageFloors = [.. floors.OrderBy(f => f.From).Select(ExchangeForms.Of)],
            SearchMeanings = ByCode(meanings.Select(ExchangeForms.Of), m => m.Code),
            ExchangeRates = [.. rates.OrderBy(r => r.Currency, StringComparer.Ordinal).ThenBy(r => r.On).Select(ExchangeForms.Of)],
            Guides = guides
                .Select(g => ExchangeForms.Of(g.Code, g.Language, g.Slug, Revision.Read(g.Id, g.Format, g.Document)))
                .ToDictionary(ExchangeFolder.NameOf),
        };
    }

    private static List<T> ByCode<T>(IEnumerable<T> entries, Func<T, string> code) => [.. entries.OrderBy(code, StringComparer.Ordinal)];
}
