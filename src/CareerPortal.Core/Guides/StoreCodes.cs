using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Guides;

/// <summary>What a guide may refer to, as the store knows it now; the code of an entry that was merged into another leads on and is known too.</summary>
internal static class StoreCodes
{
    public static async Task<KnownCodes> ReadAsync(
        PortalDbContext context,
        QualityCatalogue qualities,
        bool bringsMinimumWage,
        CancellationToken cancellation
    )
    {
        var replaced = (await context.ReplacedCodes.AsNoTracking().ToListAsync(cancellation)).ToLookup(r => r.Kind, r => r.Code);
        return new KnownCodes(
            new Dictionary<GuideReferenceKind, IReadOnlySet<string>>
            {
                [GuideReferenceKind.Quality] = qualities.Qualities.Select(q => q.Id).ToHashSet(StringComparer.Ordinal),
                [GuideReferenceKind.Prerequisite] = qualities.Prerequisites.Select(p => p.Id).ToHashSet(StringComparer.Ordinal),
                [GuideReferenceKind.Occupation] = await SetAsync(context.Occupations.Select(o => o.Code), []),
                [GuideReferenceKind.Source] = await SetAsync(context.Sources.Select(s => s.Code), replaced[DirectoryKind.Source]),
                [GuideReferenceKind.Centre] = await SetAsync(context.TrainingCentres.Select(c => c.Code), replaced[DirectoryKind.Centre]),
                [GuideReferenceKind.Zone] = await SetAsync(context.JobZones.Select(z => z.Code), replaced[DirectoryKind.Zone]),
                [GuideReferenceKind.Platform] = await SetAsync(context.Platforms.Select(p => p.Code), replaced[DirectoryKind.Platform]),
            },
            bringsMinimumWage || await context.Set<Wages.WageFloor>().AnyAsync(cancellation)
        );

        async Task<IReadOnlySet<string>> SetAsync(IQueryable<string> codes, IEnumerable<string> more) =>
            (await codes.ToListAsync(cancellation)).Concat(more).ToHashSet(StringComparer.Ordinal);
    }
}
