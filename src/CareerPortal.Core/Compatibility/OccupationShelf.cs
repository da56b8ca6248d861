using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Occupations.OccupationSets;
using static CareerPortal.Occupations.RequirementOrder;

namespace CareerPortal.Compatibility;

/// <summary>
/// All occupations of the store, those with guides and those of the catalogue, laid out for ranking; laid out once for each state of the content.
/// </summary>
public sealed class OccupationShelf
{
    /// <summary>
    /// How far people lie from what their occupation asks (standard deviation, z): a list of required qualities tells little, so they may lie
    /// far.
    /// </summary>
    public const double Deviation = 0.6;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly CatalogueShelf _catalogue;
    private readonly ItemBank _bank;
    private readonly AdaptiveSelection _selection;
    private readonly PerContent<RankedShelf> _shelf;

    public OccupationShelf(
        IDbContextFactory<PortalDbContext> contexts,
        ContentMark mark,
        CatalogueShelf catalogue,
        ItemBank bank,
        AdaptiveSelection selection
    )
    {
        _contexts = contexts;
        _catalogue = catalogue;
        _bank = bank;
        _selection = selection;
        _shelf = new PerContent<RankedShelf>(mark, ContentRealm.Guides | ContentRealm.Catalogue, ReadAsync);
    }

    /// <summary>The occupations as they are now.</summary>
    internal Task<RankedShelf> CurrentAsync(CancellationToken cancellation) => _shelf.CurrentAsync(cancellation);

    /// <summary>
    /// An occupation that a quiz asks about; null where the store has none of that number. One that came since the content was last looked at
    /// is read.
    /// </summary>
    internal async Task<AskedOccupation?> FindAsync(int id, CancellationToken cancellation)
    {
        if ((await CurrentAsync(cancellation)).Occupations.TryGetValue(id, out var occupation))
        {
            return occupation;
        }

        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var code = await context.Occupations.Where(o => o.Id == id).Select(o => o.Code).FirstOrDefaultAsync(cancellation);
        return code is null
            ? null
            : new AskedOccupation(
                code,
                await context.Set<Occupations.Requirement>().AsNoTracking().Where(r => r.OccupationId == id).InOrder().ToListAsync(cancellation)
            );
    }

    /// <summary>How many occupations the quiz over all compares.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation) => (await CurrentAsync(cancellation)).Entries.Count;

    /// <summary>Whether a code is that of an occupation of the quiz over all.</summary>
    internal async Task<bool> HoldsAsync(string code, CancellationToken cancellation) =>
        (await CurrentAsync(cancellation)).Entries.Find(code) is not null;

    private async Task<RankedShelf> ReadAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var occupations = await context
            .Occupations.AsNoTracking()
            .OrderBy(o => o.Id)
            .Select(o => new
            {
                o.Id,
                o.Code,
                o.RomeCode,
                o.Studies,
                o.Conditions,
                o.Interests,
            })
            .ToListAsync();
        var requirements = (await context.Set<Occupations.Requirement>().AsNoTracking().InOrder().ToListAsync()).ToLookup(r => r.OccupationId);
        var asked = occupations.ToDictionary(o => o.Id, o => new AskedOccupation(o.Code, [.. requirements[o.Id]]));
        var catalogue = await _catalogue.CurrentAsync(CancellationToken.None);

        // What a counsellor says of an occupation counts, not what catalogues do: it stands there once.
        var own = occupations.SelectMany(o => (string?[])[o.Code, o.RomeCode]).ToHashSet(StringComparer.Ordinal);
        var listed = catalogue.Occupations.Where(o => !own.Contains(o.Code)).ToList();
        ShelvedOccupation[] shelved =
        [
            .. occupations.Select(o => new ShelvedOccupation(o.Code, o.Interests, [.. requirements[o.Id].Select(r => (r.QualityId, r.Level))])),
            .. listed.Select(o => ShelvedOccupation.Of(o.Code, o.Facts)),
        ];
        var families = OccupationFamilies.Of(shelved, _bank);
        var compared = families?.Members.SelectMany(m => m).ToHashSet(StringComparer.Ordinal) ?? [];
        ShelfEntry[] all =
        [
            .. occupations.Select(o => ShelfEntry.Of(o.Code, o.Studies, o.Conditions, o.RomeCode is null ? null : catalogue.Find(o.RomeCode))),
            .. listed.Select(ShelfEntry.Of),
        ];
        var entries = new ShelfEntries([.. all.Where(e => compared.Contains(e.Code))], catalogue);
        if (families is null)
        {
            return new RankedShelf(asked, entries);
        }

        var ranker = new AnswerRanker(families.Gallery, _bank, Deviation);
        var main = occupations
            .Select(o => (o.Code, Main: MainQualities.Of(requirements[o.Id].Select(r => (r.QualityId, r.Importance)))))
            .Concat(listed.Select(o => (o.Code, MainQualities.Of(DerivedOf(o.Facts)))))
            .ToDictionary(o => o.Code, o => o.Item2, StringComparer.Ordinal);
        return new RankedShelf(asked, entries)
        {
            Families = new RankedFamilies(
                ranker,
                new FitRanker(ranker, _selection.Correlations),
                _selection.ForRanking(ranker, [.. families.Gallery.Ids.Select(code => main[code])]),
                [.. families.Members.Select(IReadOnlyList<ShelfEntry> (codes) => [.. codes.Select(code => entries.Find(code)!)])]
            ),
        };
    }

    private static IEnumerable<(string, int)> DerivedOf(CatalogueFacts facts) =>
        facts
            .Levels.OrderByDescending(l => l.Importance)
            .ThenByDescending(l => l.Level)
            .ThenBy(l => l.QualityId, StringComparer.Ordinal)
            .Select(l => (l.QualityId, l.Importance));
}
