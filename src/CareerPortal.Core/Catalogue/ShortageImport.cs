using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Catalogue;

/// <summary>Brings a dated list of occupations in shortage into the store: all lines of its regions are replaced at once.</summary>
public sealed class ShortageImport(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The regions that have lists of their own, and the language each list is written in.</summary>
    private static readonly Dictionary<string, string> LanguageOfRegion = new(StringComparer.Ordinal)
    {
        ["bruxelles"] = Languages.Default,
        ["wallonie"] = Languages.Default,
        ["flandre"] = "nl",
    };

    public static IReadOnlyCollection<string> Regions => LanguageOfRegion.Keys;

    public Task<IReadOnlyList<ShortageReport>> ApplyAsync(IReadOnlyList<ListedShortage> lines, CancellationToken cancellation) =>
        RunAsync(lines, keep: true, cancellation);

    /// <summary>Tells what an import would do, and stores nothing.</summary>
    public Task<IReadOnlyList<ShortageReport>> RehearseAsync(IReadOnlyList<ListedShortage> lines, CancellationToken cancellation) =>
        RunAsync(lines, keep: false, cancellation);

    private Task<IReadOnlyList<ShortageReport>> RunAsync(IReadOnlyList<ListedShortage> lines, bool keep, CancellationToken cancellation) =>
        contexts.InTransactionAsync(
            async (context, token) =>
            {
                var listed = await context.CatalogueOccupations.AsNoTracking().Where(o => o.GoneUtc == null).OrderBy(o => o.Code).ToListAsync(token);
                var occupations = listed.Select(o => (o.Code, o.Facts)).ToList();
                var regions = lines.Select(l => l.Region).Distinct(StringComparer.Ordinal).ToList();
                var held = await context.ShortageListings.Where(s => regions.Contains(s.Region)).ToListAsync(token);
                var titles = new Dictionary<string, OccupationTitles>(StringComparer.Ordinal);
                var reports = new List<ShortageReport>();
                foreach (var list in lines.GroupBy(l => l.Region, StringComparer.Ordinal))
                {
                    var language = LanguageOfRegion[list.Key];
                    if (!titles.TryGetValue(language, out var known))
                    {
                        titles[language] = known = new OccupationTitles(occupations, language);
                    }

                    reports.Add(Replace(context, [.. list], [.. held.Where(h => h.Region == list.Key)], known));
                }

                await context.SaveChangesAsync(token);
                return (IReadOnlyList<ShortageReport>)reports;
            },
            _ => keep,
            cancellation
        );

    private static ShortageReport Replace(PortalDbContext context, List<ListedShortage> list, List<ShortageListing> held, OccupationTitles titles)
    {
        var left = held.ToLookup(h => h.Label, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<ShortageListing>(g), StringComparer.Ordinal);
        var matches = new List<ShortageMatch>();
        var (added, revised, unchanged) = (0, 0, 0);
        foreach (var line in list)
        {
            var match = titles.Match(line.Label);
            matches.Add(match);
            var row = left.GetValueOrDefault(line.Label) is { Count: > 0 } rows ? rows.Dequeue() : null;
            if (row is not null && IsSame(row, line, match))
            {
                unchanged++;
                continue;
            }

            if (row is not null)
            {
                context.Remove(row);
                revised++;
            }
            else
            {
                added++;
            }

            context.Add(
                new ShortageListing
                {
                    Region = line.Region,
                    Year = line.Dated.Year,
                    Kind = line.Kind,
                    Label = line.Label,
                    Group = line.Group,
                    OccupationCode = match.Code,
                    Confidence = match.Confidence,
                    Source = line.Source,
                    Dated = line.Dated,
                }
            );
        }

        var gone = left.Values.SelectMany(rows => rows).ToList();
        context.RemoveRange(gone);
        return new ShortageReport(list[0].Region, list[0].Kind, matches, new CatalogueCount(added, revised, unchanged, gone.Count));
    }

    private static bool IsSame(ShortageListing row, ListedShortage line, ShortageMatch match) =>
        (row.Year, row.Kind, row.Group, row.Source, row.Dated, row.OccupationCode, row.Confidence)
        == (line.Dated.Year, line.Kind, line.Group, line.Source, line.Dated, match.Code, match.Confidence);
}
