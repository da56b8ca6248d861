using CareerPortal.Data;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Occupations.OccupationSets;
using static CareerPortal.Occupations.RequirementOrder;

namespace CareerPortal.Compatibility;

/// <summary>All occupations of the store laid out for ranking; laid out once for each state of the content.</summary>
public sealed class OccupationShelf
{
    /// <summary>
    /// How far people lie from what their occupation asks (standard deviation, z): a list of required qualities tells little, so they may lie
    /// far.
    /// </summary>
    public const double Deviation = 0.6;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly ItemBank _bank;
    private readonly AdaptiveSelection _selection;
    private readonly PerContent<RankedShelf> _shelf;

    public OccupationShelf(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, ItemBank bank, AdaptiveSelection selection)
    {
        _contexts = contexts;
        _bank = bank;
        _selection = selection;
        _shelf = new PerContent<RankedShelf>(mark, ContentRealm.Guides, ReadAsync);
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
                o.Interests,
            })
            .ToListAsync();
        var requirements = (await context.Set<Occupations.Requirement>().AsNoTracking().InOrder().ToListAsync()).ToLookup(r => r.OccupationId);
        var asked = occupations.ToDictionary(o => o.Id, o => new AskedOccupation(o.Code, [.. requirements[o.Id]]));
        var known = occupations.Where(o => o.Interests is not null || requirements[o.Id].Any(r => _bank.DimensionIndex(r.QualityId) >= 0)).ToList();
        if (known.Count == 0)
        {
            return new RankedShelf(asked, null, null);
        }

        var n = _bank.Dimensions.Count;
        var values = new double[known.Count * n];
        Array.Fill(values, double.NaN);
        for (var j = 0; j < known.Count; j++)
        {
            foreach (var requirement in requirements[known[j].Id])
            {
                if (_bank.DimensionIndex(requirement.QualityId) is >= 0 and var at)
                {
                    values[j * n + at] = RequiredQuality.ToZ(requirement.Level);
                }
            }

            foreach (var (id, value) in InterestIds.All.Zip(known[j].Interests?.Standardised() ?? []))
            {
                if (_bank.DimensionIndex(id) is >= 0 and var at)
                {
                    values[j * n + at] = value;
                }
            }
        }

        // Levels are places among people already, interests places among occupations: nothing is left to standardise.
        var ranker = new AnswerRanker(
            OccupationGallery.Create([.. known.Select(o => o.Code)], _bank.Dimensions, values, standardise: false),
            _bank,
            Deviation
        );
        return new RankedShelf(
            asked,
            ranker,
            _selection.ForRanking(ranker, [.. known.Select(o => MainQualities.Of(requirements[o.Id].Select(r => (r.QualityId, r.Importance))))])
        );
    }
}
