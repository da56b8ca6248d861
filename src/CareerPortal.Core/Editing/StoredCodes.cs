using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>What guides may refer to, as the store has it.</summary>
internal static class StoredCodes
{
    public static async Task<KnownCodes> ReadAsync(
        PortalDbContext context,
        QualityCatalogue qualities,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        new(
            new Dictionary<GuideReferenceKind, IReadOnlySet<string>>
            {
                [GuideReferenceKind.Quality] = qualities.Qualities.Select(q => q.Id).ToHashSet(StringComparer.Ordinal),
                [GuideReferenceKind.Prerequisite] = qualities.Prerequisites.Select(p => p.Id).ToHashSet(StringComparer.Ordinal),
                [GuideReferenceKind.Occupation] = await SetAsync(context.Occupations.Select(o => o.Code), cancellation),
                [GuideReferenceKind.Source] = await SetAsync(context.Sources.Select(s => s.Code), cancellation),
                [GuideReferenceKind.Centre] = await SetAsync(context.TrainingCentres.Select(c => c.Code), cancellation),
                [GuideReferenceKind.Zone] = await SetAsync(context.JobZones.Select(z => z.Code), cancellation),
                [GuideReferenceKind.Platform] = await SetAsync(context.Platforms.Select(p => p.Code), cancellation),
            },
            hasMinimumWage: await context.WageFloors.AnyAsync(w => w.From <= today, cancellation)
        )
        {
            Today = today,
            Floor = await context
                .WageFloors.AsNoTracking()
                .Where(w => w.From <= today)
                .OrderByDescending(w => w.From)
                .FirstOrDefaultAsync(cancellation),
        };

    private static async Task<IReadOnlySet<string>> SetAsync(IQueryable<string> codes, CancellationToken cancellation) =>
        (await codes.ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
}
