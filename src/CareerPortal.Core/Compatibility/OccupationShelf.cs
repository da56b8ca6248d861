using CareerPortal.Data;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>All occupations of the store laid out for ranking; laid out once for each state of the content.</summary>
public sealed class OccupationShelf(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, ItemBank bank, AdaptiveSelection selection) : IDisposable
{
    /// <summary>How far people lie from what their occupation asks (standard deviation, z): a list of required qualities tells little, so they may lie far.</summary>
    public const double Deviation = 0.6;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile RankedShelf? _shelf;

    /// <summary>The occupations as they are now; null where none asks for any quality.</summary>
    internal async Task<RankedShelf> CurrentAsync(CancellationToken cancellation)
    {
        var current = await mark.CurrentAsync(cancellation);
        if (_shelf is { } held && held.Mark == current)
        {
            return held;
        }

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_shelf is { } meanwhile && meanwhile.Mark == current)
            {
                return meanwhile;
            }

            var shelf = await ReadAsync(current, cancellation);
            _shelf = shelf;
            return shelf;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<RankedShelf> ReadAsync(Guid current, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var occupations = await context.Occupations.AsNoTracking().OrderBy(o => o.Id).Select(o => new { o.Id, o.Code, o.Interests }).ToListAsync(cancellation);
        var requirements = (await context.Set<Occupations.Requirement>().AsNoTracking().Select(r => new { r.OccupationId, r.QualityId, r.Level }).ToListAsync(cancellation))
            .ToLookup(r => r.OccupationId);
        var known = occupations.Where(o => o.Interests is not null || requirements[o.Id].Any(r => bank.DimensionIndex(r.QualityId) >= 0)).ToList();
        if (known.Count == 0)
        {
            return new RankedShelf(current, null, null);
        }

        var n = bank.Dimensions.Count;
        var values = new double[known.Count * n];
        Array.Fill(values, double.NaN);
        for (var j = 0; j < known.Count; j++)
        {
            foreach (var requirement in requirements[known[j].Id])
            {
                if (bank.DimensionIndex(requirement.QualityId) is >= 0 and var at)
                {
                    values[j * n + at] = Requirement.ToZ(requirement.Level);
                }
            }

            foreach (var (id, value) in InterestIds.All.Zip(known[j].Interests?.Standardised() ?? []))
            {
                if (bank.DimensionIndex(id) is >= 0 and var at)
                {
                    values[j * n + at] = value;
                }
            }
        }

        // Levels are places among people already, interests places among occupations: nothing is left to standardise.
        var ranker = new AnswerRanker(OccupationGallery.Create([.. known.Select(o => o.Code)], bank.Dimensions, values, standardise: false), bank, Deviation);
        return new RankedShelf(current, ranker, selection.ForRanking(ranker));
    }
}
