using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Exchange;

/// <summary>
/// Brings exchange files into the store, all or nothing: what is new is added, what differs is revised and published, the rest is left. What people
/// have written on here is never overwritten: it gets what is new as a draft.
/// </summary>
public sealed class ContentImport(IDbContextFactory<PortalDbContext> contexts, QualityCatalogue qualities, TimeProvider time, IWrittenGuides written)
{
    /// <summary>How many guides are open at once.</summary>
    private const int Batch = 50;

    /// <summary>Imports the files; <paramref name="author"/> signs the revisions.</summary>
    /// <exception cref="ExchangeFaultException">Something in the files is wrong; nothing was stored.</exception>
    public Task<ImportReport> ApplyAsync(ExchangeSet set, string author, CancellationToken cancellation) =>
        RunAsync(set, author, keep: true, cancellation);

    /// <summary>Tells what an import would do, and stores nothing.</summary>
    /// <exception cref="ExchangeFaultException">Something in the files is wrong.</exception>
    public Task<ImportReport> RehearseAsync(ExchangeSet set, string author, CancellationToken cancellation) =>
        RunAsync(set, author, keep: false, cancellation);

    /// <summary>
    /// Imports the portal's first content into a store that holds no occupation yet; in any other what an older version did not keep is
    /// completed.
    /// </summary>
    public async Task<ImportReport?> FillEmptyStoreAsync(CancellationToken cancellation)
    {
        if (await IsFilledAsync(cancellation))
        {
            await new PublishedFacts(contexts).CompleteAsync(cancellation);
            return null;
        }

        try
        {
            return await ApplyAsync(ExchangeFolder.FirstContent.Read(), "Passerelle", cancellation);
        }
        catch (DuplicateRowException)
        {
            // Another node started at the same moment and was faster; the store holds what it brought in.
            if (await IsFilledAsync(cancellation))
            {
                return null;
            }

            throw;
        }
    }

    private async Task<bool> IsFilledAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Occupations.AnyAsync(cancellation);
    }

    private async Task<ImportReport> RunAsync(ExchangeSet set, string author, bool keep, CancellationToken cancellation)
    {
        var faults = ExchangeChecks.Check(set, qualities);
        if (faults.Count > 0)
        {
            throw new ExchangeFaultException(faults);
        }

        return await contexts.InTransactionAsync(
            async (context, token) =>
            {
                await TakeDirectoriesAsync(context, set, token);
                var directories = Count(context);
                var (occupations, counted) = await TakeOccupationsAsync(context, set.Occupations, token);
                await context.SaveChangesAsync(token);
                context.ChangeTracker.Clear();
                var (guides, drafts, conflicts) = await TakeGuidesAsync(context, set.Guides, occupations, author, token);
                return new ImportReport(
                    guides,
                    counted,
                    directories with
                    {
                        Unchanged = DirectoryEntries(set) - directories.Added - directories.Revised,
                    }
                )
                {
                    Drafts = drafts,
                    Conflicts = conflicts,
                };
            },
            _ => keep,
            cancellation
        );
    }

    /// <summary>What the context holds that is new or changed; entries of the store that no file speaks of are neither.</summary>
    private static ImportCount Count(PortalDbContext context)
    {
        context.ChangeTracker.DetectChanges();
        var states = context.ChangeTracker.Entries().CountBy(e => e.State).ToDictionary();
        return new ImportCount(states.GetValueOrDefault(EntityState.Added), states.GetValueOrDefault(EntityState.Modified), 0);
    }

    private static int DirectoryEntries(ExchangeSet set) =>
        set.TrainingCentres.Count
        + set.JobZones.Count
        + set.Platforms.Count
        + set.GuidanceServices.Count
        + set.Sources.Count
        + set.WageFloors.Count
        + set.SearchMeanings.Count
        + set.ExchangeRates.Count;

    private static async Task<(Dictionary<string, Occupation> Occupations, ImportCount Count)> TakeOccupationsAsync(
        PortalDbContext context,
        IReadOnlyList<OccupationEntry> entries,
        CancellationToken cancellation
    )
    {
        var occupations = await context.Occupations.Include(o => o.Titles).Include(o => o.Requirements).ToDictionaryAsync(o => o.Code, cancellation);
        var (added, revised, unchanged) = (0, 0, 0);
        foreach (var entry in entries)
        {
            if (!occupations.TryGetValue(entry.Code, out var occupation))
            {
                added++;
                occupation = new Occupation { Code = entry.Code };
                occupations.Add(entry.Code, occupation);
                context.Add(occupation);
            }
            else if (Same(occupation, entry))
            {
                unchanged++;
                continue;
            }
            else
            {
                revised++;

                // The rows are keyed by what they say: the old ones leave before the new ones come.
                occupation.Describe([], []);
                await context.SaveChangesAsync(cancellation);
            }

            occupation.RomeCode = entry.RomeCode;
            occupation.IscoCode = entry.IscoCode;
            occupation.Sector = entry.Sector;
            occupation.Studies = entry.Studies;
            occupation.Conditions = [.. entry.Conditions];
            occupation.Interests = entry.Interests;
            occupation.Describe(
                entry.Titles.Select(t => new OccupationTitle
                {
                    Language = t.Key,
                    Masculine = t.Value.Masculine,
                    Feminine = t.Value.Feminine,
                    Alternatives = [.. t.Value.Alternatives ?? []],
                }),
                entry.Requirements.Select(r => new Requirement
                {
                    QualityId = r.Quality,
                    Importance = r.Importance,
                    Level = r.Level,
                    Surplus = r.Surplus,
                    Origin = r.Origin,
                    Items = r.Items is { Count: > 0 } ? [.. r.Items] : null,
                })
            );
        }

        return (occupations, new ImportCount(added, revised, unchanged));
    }

    private static bool Same(Occupation occupation, OccupationEntry entry) =>
        ExchangeJson.Write(ExchangeForms.Of(occupation), false) == ExchangeJson.Write(ExchangeForms.Ordered(entry), false);

    private static async Task TakeDirectoriesAsync(PortalDbContext context, ExchangeSet set, CancellationToken cancellation)
    {
        // What was merged into another entry does not come back by a file that still tells of it.
        var replaced = (await context.ReplacedCodes.AsNoTracking().ToListAsync(cancellation)).Select(r => (r.Kind, r.Code)).ToHashSet();
        var centres = await context.TrainingCentres.ToDictionaryAsync(c => c.Code, cancellation);
        foreach (var entry in set.TrainingCentres.Where(e => !replaced.Contains((DirectoryKind.Centre, e.Code))))
        {
            DirectoryRows.Take(context, centres.GetValueOrDefault(entry.Code), DirectoryRows.Of(entry));
        }

        var zones = await context.JobZones.ToDictionaryAsync(z => z.Code, cancellation);
        foreach (var entry in set.JobZones.Where(e => !replaced.Contains((DirectoryKind.Zone, e.Code))))
        {
            DirectoryRows.Take(context, zones.GetValueOrDefault(entry.Code), DirectoryRows.Of(entry));
        }

        var platforms = await context.Platforms.ToDictionaryAsync(p => p.Code, cancellation);
        foreach (var entry in set.Platforms.Where(e => !replaced.Contains((DirectoryKind.Platform, e.Code))))
        {
            DirectoryRows.Take(context, platforms.GetValueOrDefault(entry.Code), DirectoryRows.Of(entry));
        }

        var guidance = await context.GuidanceServices.ToDictionaryAsync(s => s.Code, cancellation);
        foreach (var entry in set.GuidanceServices.Where(e => !replaced.Contains((DirectoryKind.GuidanceService, e.Code))))
        {
            DirectoryRows.Take(context, guidance.GetValueOrDefault(entry.Code), DirectoryRows.Of(entry));
        }

        var sources = await context.Sources.ToDictionaryAsync(s => s.Code, cancellation);
        foreach (var entry in set.Sources.Where(e => !replaced.Contains((DirectoryKind.Source, e.Code))))
        {
            DirectoryRows.Take(context, sources.GetValueOrDefault(entry.Code), DirectoryRows.Of(entry));
        }

        var floors = await context.WageFloors.ToDictionaryAsync(w => w.From, cancellation);
        foreach (var entry in set.WageFloors)
        {
            DirectoryRows.Take(context, floors.GetValueOrDefault(entry.From), DirectoryRows.Of(entry));
        }

        var meanings = await context.SearchMeanings.ToDictionaryAsync(m => m.Code, cancellation);
        foreach (var entry in set.SearchMeanings)
        {
            DirectoryRows.Take(
                context,
                meanings.GetValueOrDefault(entry.Code),
                new SearchMeaning
                {
                    Code = entry.Code,
                    Language = entry.Language,
                    Said = [.. entry.Said],
                    Means = [.. entry.Means ?? []],
                    Conditions = [.. entry.Conditions ?? []],
                    Studies = [.. entry.Studies ?? []],
                    Contexts = [.. entry.Contexts ?? []],
                    Interests = [.. entry.Interests ?? []],
                }
            );
        }

        var rates = await context.ExchangeRates.ToDictionaryAsync(r => (r.Currency, r.On), cancellation);
        foreach (var entry in set.ExchangeRates)
        {
            DirectoryRows.Take(context, rates.GetValueOrDefault((entry.Currency, entry.On)), DirectoryRows.Of(entry));
        }
    }

    /// <summary>
    /// Compares what the files say with what is published by hashes alone, and opens only the guides that differ, a batch at a time: an
    /// import that changes nothing holds no document, and one of a whole catalogue a few.
    /// </summary>
    private async Task<(ImportCount Guides, int Drafts, int Conflicts)> TakeGuidesAsync(
        PortalDbContext context,
        IReadOnlyDictionary<string, GuideFile> files,
        Dictionary<string, Occupation> occupations,
        string author,
        CancellationToken cancellation
    )
    {
        var held = await ReadHeldAsync(context, await written.FindAsync(context, cancellation), cancellation);
        var given = files
            .Select(f => new GivenGuide(f.Key, (f.Value.Occupation, f.Value.Language), f.Value.Slug, GuideDocuments.HashOf(f.Value.ToDocument())))
            .ToList();
        RefuseTakenAddresses(given, held);
        var changed = given.Where(g => held.GetValueOrDefault(g.Guide) is not { } h || h.Hash != g.Hash || h.Slug != g.Slug).ToList();

        // Guides may take each other's addresses: all leave theirs before one is taken.
        var leaving = changed.Where(g => held.TryGetValue(g.Guide, out var h) && h.Slug != g.Slug).Select(g => held[g.Guide].Id).ToList();
        foreach (var ids in leaving.Chunk(Batch))
        {
            await context.Guides.Where(g => ids.Contains(g.Id)).ExecuteUpdateAsync(s => s.SetProperty(g => g.Slug, g => "-" + g.Id), cancellation);
        }

        var addresses = given.Select(g => (g.Guide.Language, g.Slug)).ToHashSet();
        var conflicts = 0;
        foreach (var batch in changed.Chunk(Batch))
        {
            conflicts += await TakeBatchAsync(context, batch, held, addresses, files, occupations, author, cancellation);
            context.ChangeTracker.Clear();
        }

        var added = changed.Count(g => !held.ContainsKey(g.Guide));
        var drafts = changed.Count(g => held.GetValueOrDefault(g.Guide) is { IsWritten: true } h && h.Hash != g.Hash);
        return (new ImportCount(added, changed.Count - added - drafts, given.Count - changed.Count), drafts, conflicts);
    }

    private async Task<int> TakeBatchAsync(
        PortalDbContext context,
        IReadOnlyList<GivenGuide> batch,
        Dictionary<(string Occupation, string Language), HeldGuide> held,
        HashSet<(string Language, string Slug)> addresses,
        IReadOnlyDictionary<string, GuideFile> files,
        Dictionary<string, Occupation> occupations,
        string author,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        var ids = batch.Select(g => held.GetValueOrDefault(g.Guide)?.Id ?? 0).ToList();
        var slugs = batch.Select(g => g.Slug).ToList();
        var guides = await context.Guides.Include(g => g.Mentions).Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellation);
        var numbers = await context
            .Revisions.Where(r => ids.Contains(r.GuideId))
            .GroupBy(r => r.GuideId)
            .Select(g => new { g.Key, Last = g.Max(r => r.Number) })
            .ToDictionaryAsync(n => n.Key, n => n.Last, cancellation);
        var former = await context.FormerAddresses.Where(a => slugs.Contains(a.Slug)).ToListAsync(cancellation);
        var (toPublish, toArrive) = (new List<Revision>(), new List<Revision>());
        foreach (var given in batch)
        {
            var before = held.GetValueOrDefault(given.Guide);
            var guide = before is null ? null : guides[before.Id];
            if (guide is null)
            {
                context.Attach(occupations[given.Guide.Occupation]);
                guide = new Guide
                {
                    Occupation = occupations[given.Guide.Occupation],
                    Language = given.Guide.Language,
                    Slug = given.Slug,
                };
                context.Add(guide);
            }

            context.RemoveRange(former.Where(a => a.Language == given.Guide.Language && a.Slug == given.Slug));
            if (before is not null && before.Slug != given.Slug && !addresses.Contains((given.Guide.Language, before.Slug)))
            {
                context.Add(
                    new FormerAddress
                    {
                        Language = given.Guide.Language,
                        Slug = before.Slug,
                        GuideId = before.Id,
                    }
                );
            }

            guide.Slug = given.Slug;
            if (before?.Hash != given.Hash)
            {
                var number = numbers.GetValueOrDefault(guide.Id) + 1;
                var revision = Revision.Of(guide, number, files[given.File].ToDocument(), author, now);
                (before?.IsWritten == true ? toArrive : toPublish).Add(revision);
            }
        }

        context.AddRange(toPublish);
        context.AddRange(toArrive);
        await context.SaveChangesAsync(cancellation);
        foreach (var revision in toPublish)
        {
            revision.Guide.Publish(revision, now);
        }

        await context.SaveChangesAsync(cancellation);
        var conflicts = 0;
        foreach (var revision in toArrive)
        {
            conflicts += await written.ArriveAsync(context, revision, now, cancellation);
        }

        return conflicts;
    }

    private static async Task<Dictionary<(string Occupation, string Language), HeldGuide>> ReadHeldAsync(
        PortalDbContext context,
        IReadOnlyDictionary<int, string?> written,
        CancellationToken cancellation
    )
    {
        var guides = await context
            .Guides.Select(g => new
            {
                g.Id,
                g.Occupation.Code,
                g.Language,
                g.Slug,
                Revision = g.PublishedRevisionId,
                Format = g.PublishedRevision == null ? 0 : g.PublishedRevision.Format,
                Hash = g.PublishedRevision == null ? null : g.PublishedRevision.Hash,
            })
            .ToListAsync(cancellation);
        var held = new Dictionary<(string Occupation, string Language), HeldGuide>();
        foreach (var guide in guides)
        {
            if (written.TryGetValue(guide.Id, out var imported))
            {
                // What people wrote is not what files are held against, but what was last imported.
                held.Add((guide.Code, guide.Language), new HeldGuide(guide.Id, guide.Slug, imported, IsWritten: true));
                continue;
            }

            // A hash tells only about documents of the format it was made in.
            var hash =
                guide.Revision is not { } revision ? null
                : guide.Format == GuideDocuments.Format && guide.Hash is not null ? guide.Hash
                : await HashOfAsync(context, revision, cancellation);
            held.Add((guide.Code, guide.Language), new HeldGuide(guide.Id, guide.Slug, hash, IsWritten: false));
        }

        return held;
    }

    private static async Task<string?> HashOfAsync(PortalDbContext context, int revision, CancellationToken cancellation)
    {
        var held = await context.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == revision, cancellation);
        try
        {
            return held is null ? null : GuideDocuments.HashOf(held.Read());
        }
        catch (UnreadableRevisionException)
        {
            // What the file says takes its place.
            return null;
        }
    }

    /// <summary>The files were held against each other before; here against guides that only the store knows.</summary>
    private static void RefuseTakenAddresses(List<GivenGuide> given, Dictionary<(string Occupation, string Language), HeldGuide> held)
    {
        var named = given.Select(g => g.Guide).ToHashSet();
        var others = held.Where(h => !named.Contains(h.Key)).Select(h => (h.Key.Language, h.Value.Slug)).ToHashSet();
        var faults = given
            .Where(g => others.Contains((g.Guide.Language, g.Slug)))
            .Select(g => new ExchangeFault(g.File, "slug", FaultKind.DuplicateCode, g.Slug))
            .ToList();
        if (faults.Count > 0)
        {
            throw new ExchangeFaultException(faults);
        }
    }

    /// <summary>A guide of the files: where it lies, whose it is, and what tells whether it says something new.</summary>
    private sealed record GivenGuide(string File, (string Occupation, string Language) Guide, string Slug, string Hash);

    /// <summary>
    /// A guide of the store, and the hash of what it has of files: what is published, or what was last imported where people have written on it
    /// since. Null where there is nothing that can be read.
    /// </summary>
    private sealed record HeldGuide(int Id, string Slug, string? Hash, bool IsWritten);
}
