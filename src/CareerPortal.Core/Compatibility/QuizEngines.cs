using System.Collections.Concurrent;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Quiz.Items;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>
/// The engine of each version of the bank: the newest calibration for quizzes that start now, and for every quiz the one that it started with, so that
/// its result stays what it was.
/// </summary>
public sealed class QuizEngines : IDisposable
{
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly ContentMark _mark;
    private readonly CatalogueShelf _catalogue;
    private readonly ConcurrentDictionary<string, Lazy<QuizEngine>> _calibrated = new(StringComparer.Ordinal);
    private readonly PerContent<QuizEngine> _current;

    public QuizEngines(ItemBank bank, IDbContextFactory<PortalDbContext> contexts, ContentMark mark, CatalogueShelf catalogue)
    {
        (_contexts, _mark, _catalogue) = (contexts, mark, catalogue);
        Start = new QuizEngine(bank, contexts, mark, catalogue);
        _current = new PerContent<QuizEngine>(mark, ContentRealm.Quiz, ReadNewestAsync);
    }

    /// <summary>The engine of the bank as it ships, before any calibration.</summary>
    public QuizEngine Start { get; }

    private string Wordings => Start.Bank.Version;

    /// <summary>The engine of quizzes that start now. Who applies a calibration is followed within seconds, on every node.</summary>
    public Task<QuizEngine> CurrentAsync(CancellationToken cancellation) => _current.CurrentAsync(cancellation);

    /// <summary>
    /// The engine of a quiz by the version that it started with. Wordings that this program no longer has are judged by the bank as it ships, whatever
    /// is calibrated later.
    /// </summary>
    public async ValueTask<QuizEngine> OfAsync(string bankVersion, CancellationToken cancellation)
    {
        if (BankCalibration.WordingsOf(bankVersion) != Wordings || bankVersion == Wordings)
        {
            return Start;
        }

        if (_calibrated.TryGetValue(bankVersion, out var known))
        {
            return known.Value;
        }

        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var stored = await context.BankCalibrations.AsNoTracking().FirstOrDefaultAsync(c => c.Version == bankVersion, cancellation);
        return stored is null ? Start : EngineOf(stored);
    }

    public void Dispose()
    {
        Start.Dispose();
        foreach (var engine in _calibrated.Values.Where(e => e.IsValueCreated))
        {
            engine.Value.Dispose();
        }
    }

    /// <summary>The engine that a calibration would give, without keeping it.</summary>
    internal QuizEngine Try(BankCalibration calibration) => new(calibration.Over(Start.Bank), _contexts, _mark, _catalogue);

    private async Task<QuizEngine> ReadNewestAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var newest = await context
            .BankCalibrations.AsNoTracking()
            .Where(c => c.Wordings == Wordings)
            .OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync();
        return newest is null ? Start : EngineOf(newest);
    }

    private QuizEngine EngineOf(BankCalibration calibration) =>
        _calibrated.GetOrAdd(calibration.Version, _ => new Lazy<QuizEngine>(() => Try(calibration))).Value;
}
