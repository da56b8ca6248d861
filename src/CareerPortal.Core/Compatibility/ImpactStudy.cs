using System.Globalization;
using CareerPortal.Data;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Occupations.OccupationSets;
using static CareerPortal.Occupations.RequirementOrder;

namespace CareerPortal.Compatibility;

/// <summary>
/// Tells what changed requirements would do, before anybody publishes them: reckoned once for a state of the content and a change, and kept for who
/// looks again.
/// </summary>
public sealed class ImpactStudy : IDisposable
{
    /// <summary>How many changes are remembered of one state of the content.</summary>
    private const int MostRemembered = 50;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly QuizEngines _engines;
    private readonly PerContent<Shelf> _shelf;

    /// <summary>A study takes a core for seconds: one at a time.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public ImpactStudy(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, QuizEngines engines)
    {
        (_contexts, _engines) = (contexts, engines);
        _shelf = new PerContent<Shelf>(mark, ContentRealm.Guides | ContentRealm.Quiz, ReadAsync);
    }

    /// <summary>What other requirements of an occupation would do; null where there is no such occupation.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<ImpactReport?> OfAsync(string code, IReadOnlyList<Requirement> requirements, CancellationToken cancellation)
    {
        var shelf = await _shelf.CurrentAsync(cancellation);
        if (shelf.Occupations.All(o => o.Code != code) || requirements.Count == 0)
        {
            return null;
        }

        var key = KeyOf(code, requirements);
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!shelf.Reports.TryGetValue(key, out var report))
            {
                report = await Task.Run(
                    () =>
                    {
                        shelf.Sample ??= ImpactSample.Draw(shelf.Engine.Selection, shelf.Engine.Bank, shelf.Occupations, cancellation);
                        return shelf.Sample.Change(code, requirements, cancellation);
                    },
                    cancellation
                );
                if (shelf.Reports.Count >= MostRemembered)
                {
                    shelf.Reports.Clear();
                }

                shelf.Reports.Add(key, report);
            }

            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>All that decides of the result.</summary>
    private static string KeyOf(string code, IEnumerable<Requirement> requirements) =>
        string.Join(
            ';',
            requirements
                .OrderBy(r => r.QualityId, StringComparer.Ordinal)
                .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.QualityId},{r.Importance},{r.Level},{r.Surplus:R}"))
                .Prepend(code)
        );

    private async Task<Shelf> ReadAsync()
    {
        var engine = await _engines.CurrentAsync(CancellationToken.None);
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
        var requirements = (await context.Set<Requirement>().AsNoTracking().InOrder().ToListAsync()).ToLookup(r => r.OccupationId);
        return new Shelf(engine, [.. occupations.Select(o => new ImpactOccupation(o.Code, o.Interests, [.. requirements[o.Id]]))]);
    }

    /// <summary>One state of the content; the sample and the reports are written by whose turn it is.</summary>
    private sealed class Shelf(QuizEngine engine, IReadOnlyList<ImpactOccupation> occupations)
    {
        public QuizEngine Engine { get; } = engine;

        public IReadOnlyList<ImpactOccupation> Occupations { get; } = occupations;

        public ImpactSample? Sample { get; set; }

        public Dictionary<string, ImpactReport> Reports { get; } = new(StringComparer.Ordinal);
    }
}
