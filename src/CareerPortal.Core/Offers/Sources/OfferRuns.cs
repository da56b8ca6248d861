using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Sources;

/// <summary>The sources of offers, how often they were read, and what came of it.</summary>
public sealed class OfferRuns(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>How long what came of a reading is kept.</summary>
    public static readonly TimeSpan Keeping = TimeSpan.FromDays(60);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<OfferSource?> FindSourceAsync(string key, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.OfferSources.AsNoTracking().FirstOrDefaultAsync(s => s.Key == key, cancellation);
    }

    /// <summary>Sees to it that a source is known; what is known of it stays as it is.</summary>
    public async Task EnsureSourceAsync(OfferSource source, CancellationToken cancellation)
    {
        if (await FindSourceAsync(source.Key, cancellation) is not null)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(source);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DuplicateRowException)
        {
            // Another node was faster.
        }
    }

    /// <summary>Writes down that a reading begins. One that is still under way belongs to a process that has ended.</summary>
    public async Task<OfferRun> BeginAsync(string source, OfferRunKind kind, CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context
            .OfferRuns.Where(r => r.Source == source && r.EndedUtc == null)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(r => r.EndedUtc, (DateTime?)now)
                        .SetProperty(r => r.Outcome, OfferRunOutcome.Failed)
                        .SetProperty(r => r.Note, "The process that read it ended."),
                cancellation
            );
        var run = new OfferRun
        {
            Source = source,
            StartedUtc = now,
            Kind = kind,
            Outcome = OfferRunOutcome.UnderWay,
        };
        context.Add(run);
        await context.SaveChangesAsync(cancellation);
        return run;
    }

    /// <summary>Writes down what came of a reading.</summary>
    public async Task EndAsync(OfferRun run, CancellationToken cancellation)
    {
        run.EndedUtc = Now;
        run.Note = run.Note?.Length > OfferRun.NoteMaxLength ? run.Note[..OfferRun.NoteMaxLength] : run.Note;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Update(run);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Marks how far a source was taken in; no offer changes by it, so nothing that shows offers is made anew.</summary>
    public async Task MarkAsync(string source, bool isWhole, string? entityTag, string? lastModified, CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = context.OfferSources.Where(s => s.Key == source);
        if (isWhole)
        {
            await row.ExecuteUpdateAsync(
                s =>
                    s.SetProperty(o => o.WholeUtc, (DateTime?)now)
                        .SetProperty(o => o.DoneUtc, (DateTime?)now)
                        .SetProperty(o => o.EntityTag, entityTag)
                        .SetProperty(o => o.LastModified, lastModified),
                cancellation
            );
        }
        else
        {
            await row.ExecuteUpdateAsync(s => s.SetProperty(o => o.DoneUtc, (DateTime?)now), cancellation);
        }
    }

    /// <summary>
    /// Keeps the labels that no table knows, as a whole reading counted them; those that it no longer met go. A reading of a part only adds.
    /// </summary>
    public async Task KeepLabelsAsync(string source, UnknownLabels labels, bool isWhole, CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var held = await context
            .OfferLabels.Where(l => l.Source == source)
            .OrderBy(l => l.Id)
            .ToDictionaryAsync(l => (l.Field, l.Label), cancellation);
        foreach (var (key, count) in labels.Counts)
        {
            if (!held.Remove(key, out var row))
            {
                context.Add(
                    new OfferLabel
                    {
                        Source = source,
                        Field = key.Field,
                        Label = key.Label,
                        Count = count,
                        LastSeenUtc = now,
                    }
                );
            }
            else if (isWhole && row.Count != count)
            {
                (row.Count, row.LastSeenUtc) = (count, now);
            }
        }

        if (isWhole)
        {
            context.RemoveRange(held.Values);
        }

        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The last readings of a source, the newest first.</summary>
    public async Task<IReadOnlyList<OfferRun>> LastAsync(string source, int count, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .OfferRuns.AsNoTracking()
            .Where(r => r.Source == source)
            .OrderByDescending(r => r.StartedUtc)
            .ThenByDescending(r => r.Id)
            .Take(count)
            .ToListAsync(cancellation);
    }

    /// <summary>Every source with its open offers, its last readings and the labels that no table knows, the most frequent first.</summary>
    public async Task<IReadOnlyList<SourceStatus>> StatusAsync(int runs, int labels, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var sources = await context.OfferSources.AsNoTracking().OrderBy(s => s.Key).ToListAsync(cancellation);
        var open = await context
            .JobOffers.Where(o => o.State == OfferState.Open)
            .GroupBy(o => o.Source)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellation);
        var status = new List<SourceStatus>();
        foreach (var source in sources)
        {
            var unknown = await context
                .OfferLabels.AsNoTracking()
                .Where(l => l.Source == source.Key)
                .OrderByDescending(l => l.Count)
                .ThenBy(l => l.Id)
                .Take(labels)
                .ToListAsync(cancellation);
            status.Add(new SourceStatus(source, open.GetValueOrDefault(source.Key), await LastAsync(source.Key, runs, cancellation), unknown));
        }

        return status;
    }

    /// <summary>Deletes what came of readings long ago.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var past = Now - Keeping;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.OfferRuns.Where(r => r.StartedUtc < past).OrderBy(r => r.Id).DeleteInTurnsAsync(cancellation);
    }
}
