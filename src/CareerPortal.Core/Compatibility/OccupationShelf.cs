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
        var gallery = ShelvedOccupation.LayOut(
            occupations.Select(o => new ShelvedOccupation(o.Code, o.Interests, [.. requirements[o.Id].Select(r => (r.QualityId, r.Level))])),
            _bank
        );
        if (gallery is null)
        {
            return new RankedShelf(asked, null, null, null);
        }

        var ranker = new AnswerRanker(gallery, _bank, Deviation);
        var requirementsOf = occupations.ToDictionary(o => o.Code, o => requirements[o.Id], StringComparer.Ordinal);
        var main = gallery.Ids.Select(code => MainQualities.Of(requirementsOf[code].Select(r => (r.QualityId, r.Importance))));
        return new RankedShelf(asked, ranker, new FitRanker(ranker, _selection.Correlations), _selection.ForRanking(ranker, [.. main]));
    }
}
