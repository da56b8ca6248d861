using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Guides;

/// <summary>Holds the document of a guide of the store against <see cref="GuideRules"/>, with all that the store knows.</summary>
public sealed class GuideChecker
{
    private const int MostDeadAddresses = 5_000;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly QualityCatalogue _qualities;
    private readonly TimeProvider _time;
    private readonly PerContent<Shelf> _shelf;

    public GuideChecker(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, QualityCatalogue qualities, TimeProvider time)
    {
        (_contexts, _qualities, _time) = (contexts, qualities, time);
        _shelf = new PerContent<Shelf>(mark, ContentRealm.Guides | ContentRealm.Directories | ContentRealm.Parameters, ReadAsync);
    }

    /// <summary>The faults and warnings of a document of a guide; null where there is no such guide.</summary>
    public async Task<IReadOnlyList<GuideFault>?> CheckAsync(int guideId, GuideDocument document, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var guide = await context
            .Guides.Where(g => g.Id == guideId)
            .Select(g => new { g.Language, g.Occupation.Studies })
            .FirstOrDefaultAsync(cancellation);
        return guide is null ? null : GuideRules.Check(document, guide.Language, await KnownAsync(guide.Studies, cancellation));
    }

    /// <summary>What a guide about an occupation of these studies is held against today.</summary>
    public async Task<KnownCodes> KnownAsync(StudyLevel? studies, CancellationToken cancellation)
    {
        var shelf = await _shelf.CurrentAsync(cancellation);
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var dead = await context
            .LinkChecks.Where(l => l.FailsSinceUtc != null)
            .OrderBy(l => l.Id)
            .Take(MostDeadAddresses)
            .Select(l => l.Address)
            .ToListAsync(cancellation);
        return shelf.Codes with
        {
            Today = today,
            Floor = shelf.Floors.LastOrDefault(f => f.From <= today),
            Studies = studies,
            DeadAddresses = dead.ToHashSet(StringComparer.Ordinal),
        };
    }

    private async Task<Shelf> ReadAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var codes = await StoreCodes.ReadAsync(context, _qualities, bringsMinimumWage: false, CancellationToken.None);
        var sources = await context.Sources.Select(s => new { s.Code, Address = s.Url }).ToListAsync();
        var centres = await context.TrainingCentres.Select(c => new { c.Code, Address = c.Website }).ToListAsync();
        var platforms = await context.Platforms.Select(p => new { p.Code, Address = p.Website }).ToListAsync();
        var addresses = sources
            .Select(s => (Kind: GuideReferenceKind.Source, s.Code, s.Address))
            .Concat(centres.Select(c => (Kind: GuideReferenceKind.Centre, c.Code, c.Address)))
            .Concat(platforms.Select(p => (Kind: GuideReferenceKind.Platform, p.Code, p.Address)))
            .Where(a => !string.IsNullOrWhiteSpace(a.Address))
            .ToDictionary(a => (a.Kind, a.Code), a => a.Address!);
        var floors = await context.WageFloors.AsNoTracking().OrderBy(f => f.From).ToListAsync();
        return new Shelf(codes with { Addresses = addresses }, floors);
    }

    /// <summary>What changes only with the content.</summary>
    private sealed record Shelf(KnownCodes Codes, IReadOnlyList<WageFloor> Floors);
}
