using CareerPortal.Data;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>How guides are called in the workspace: by the occupation's title in the guide's language, else in French, else by its code.</summary>
internal static class GuideNames
{
    public static async Task<OccupationName> OfAsync(
        PortalDbContext context,
        int occupationId,
        string language,
        string code,
        CancellationToken cancellation
    ) => (await OfAsync(context, [(occupationId, language, code)], cancellation))[(occupationId, language)];

    public static async Task<IReadOnlyDictionary<(int Occupation, string Language), OccupationName>> OfAsync(
        PortalDbContext context,
        IReadOnlyList<(int Occupation, string Language, string Code)> guides,
        CancellationToken cancellation
    )
    {
        var ids = guides.Select(g => g.Occupation).Distinct().ToList();
        var titles = (
            await context.Set<OccupationTitle>().AsNoTracking().Where(t => ids.Contains(t.OccupationId)).ToListAsync(cancellation)
        ).ToLookup(t => t.OccupationId);
        return guides
            .DistinctBy(g => (g.Occupation, g.Language))
            .ToDictionary(
                g => (g.Occupation, g.Language),
                g =>
                {
                    var held = titles[g.Occupation].OrderBy(t => t.Language, StringComparer.Ordinal).ToList();
                    var title = held.Find(t => t.Language == g.Language) ?? held.Find(t => t.Language == Languages.Default) ?? held.FirstOrDefault();
                    return title is null
                        ? new OccupationName(g.Language, g.Code, g.Code)
                        : new OccupationName(title.Language, title.Masculine, title.Feminine);
                }
            );
    }
}
