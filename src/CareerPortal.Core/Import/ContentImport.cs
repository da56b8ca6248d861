using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Places;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using CareerPortal.Sources;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Import;

/// <summary>
/// Brings exchange files into the store, all or nothing: what is new is added, what differs is revised and published, the rest is left.
/// </summary>
public sealed class ContentImport(IDbContextFactory<PortalDbContext> contexts, QualityCatalogue qualities, TimeProvider time)
{
    /// <summary>Imports the files; <paramref name="author"/> signs the revisions.</summary>
    /// <exception cref="ExchangeFaultException">Something in the files is wrong; nothing was stored.</exception>
    public Task<ImportReport> ApplyAsync(ExchangeSet set, string author, CancellationToken cancellation) =>
        RunAsync(set, author, keep: true, cancellation);

    /// <summary>Tells what an import would do, and stores nothing.</summary>
    /// <exception cref="ExchangeFaultException">Something in the files is wrong.</exception>
    public Task<ImportReport> RehearseAsync(ExchangeSet set, string author, CancellationToken cancellation) =>
        RunAsync(set, author, keep: false, cancellation);

    /// <summary>Imports the portal's first content into a store that holds no occupation yet; otherwise does nothing.</summary>
    public async Task<ImportReport?> FillEmptyStoreAsync(CancellationToken cancellation)
    {
        if (await IsFilledAsync(cancellation))
        {
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

        await using var strategyContext = await contexts.CreateDbContextAsync(cancellation);
        return await strategyContext
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using var context = await contexts.CreateDbContextAsync(token);
                    await using var transaction = await context.Database.BeginTransactionAsync(token);
                    await TakeDirectoriesAsync(context, set, token);
                    var directories = Count(context);
                    var (occupations, counted) = await TakeOccupationsAsync(context, set.Occupations, token);
                    await context.SaveChangesAsync(token);
                    var guides = await TakeGuidesAsync(context, set.Guides, occupations, author, token);
                    await RenewStampAsync(context, token);
                    await context.SaveChangesAsync(token);
                    if (keep)
                    {
                        await transaction.CommitAsync(token);
                    }

                    return new ImportReport(
                        guides,
                        counted,
                        directories with
                        {
                            Unchanged = DirectoryEntries(set) - directories.Added - directories.Revised,
                        }
                    );
                },
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
                })
            );
        }

        return (occupations, new ImportCount(added, revised, unchanged));
    }

    private static bool Same(Occupation occupation, OccupationEntry entry) =>
        ExchangeJson.Write(ExchangeForms.Of(occupation), false) == ExchangeJson.Write(ExchangeForms.Ordered(entry), false);

    private static async Task TakeDirectoriesAsync(PortalDbContext context, ExchangeSet set, CancellationToken cancellation)
    {
        var centres = await context.TrainingCentres.ToDictionaryAsync(c => c.Code, cancellation);
        foreach (var entry in set.TrainingCentres)
        {
            Take(
                context,
                centres.GetValueOrDefault(entry.Code),
                new TrainingCentre
                {
                    Code = entry.Code,
                    Name = entry.Name,
                    Kind = entry.Kind,
                    Postcode = entry.Postcode,
                    Locality = entry.Locality,
                    Province = entry.Province,
                    Latitude = entry.Latitude,
                    Longitude = entry.Longitude,
                    Website = entry.Website,
                    Description = entry.Description,
                }
            );
        }

        var zones = await context.JobZones.ToDictionaryAsync(z => z.Code, cancellation);
        foreach (var entry in set.JobZones)
        {
            Take(
                context,
                zones.GetValueOrDefault(entry.Code),
                new JobZone
                {
                    Code = entry.Code,
                    Name = entry.Name,
                    Provinces = [.. entry.Provinces],
                    Latitude = entry.Latitude,
                    Longitude = entry.Longitude,
                    OtherPoint = entry.OtherPoint,
                    Description = entry.Description,
                }
            );
        }

        var platforms = await context.Platforms.ToDictionaryAsync(p => p.Code, cancellation);
        foreach (var entry in set.Platforms)
        {
            Take(
                context,
                platforms.GetValueOrDefault(entry.Code),
                new WorkPlatform
                {
                    Code = entry.Code,
                    Name = entry.Name,
                    Website = entry.Website,
                    Description = entry.Description,
                    Access = entry.Access,
                    Payment = entry.Payment,
                    Source = entry.Source,
                    AsOf = entry.AsOf,
                }
            );
        }

        var guidance = await context.GuidanceServices.ToDictionaryAsync(s => s.Code, cancellation);
        foreach (var entry in set.GuidanceServices)
        {
            Take(
                context,
                guidance.GetValueOrDefault(entry.Code),
                new GuidanceService
                {
                    Code = entry.Code,
                    Name = entry.Name,
                    Kind = entry.Kind,
                    Region = entry.Region,
                    Role = entry.Role,
                    Description = entry.Description,
                    Audience = entry.Audience,
                    Cost = entry.Cost,
                    Website = entry.Website,
                    Phone = entry.Phone,
                    PhoneConfirmed = entry.PhoneConfirmed,
                    Offices = [.. entry.Offices],
                    AsOfYear = entry.AsOfYear,
                }
            );
        }

        var sources = await context.Sources.ToDictionaryAsync(s => s.Code, cancellation);
        foreach (var entry in set.Sources)
        {
            Take(
                context,
                sources.GetValueOrDefault(entry.Code),
                new Source
                {
                    Code = entry.Code,
                    Kind = entry.Kind,
                    Title = entry.Title,
                    Publisher = entry.Publisher,
                    Reference = entry.Reference,
                    Url = entry.Url,
                    PublishedOn = entry.PublishedOn,
                    ConsultedOn = entry.ConsultedOn,
                    ToVerify = entry.ToVerify,
                }
            );
        }

        var floors = await context.WageFloors.ToDictionaryAsync(w => w.From, cancellation);
        foreach (var entry in set.WageFloors)
        {
            Take(
                context,
                floors.GetValueOrDefault(entry.From),
                new WageFloor
                {
                    From = entry.From,
                    MonthlyCents = entry.MonthlyCents,
                    HourlyCents = entry.HourlyCents,
                    Source = entry.Source,
                }
            );
        }

        var meanings = await context.SearchMeanings.ToDictionaryAsync(m => m.Code, cancellation);
        foreach (var entry in set.SearchMeanings)
        {
            Take(
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
                }
            );
        }

        var rates = await context.ExchangeRates.ToDictionaryAsync(r => (r.Currency, r.On), cancellation);
        foreach (var entry in set.ExchangeRates)
        {
            Take(
                context,
                rates.GetValueOrDefault((entry.Currency, entry.On)),
                new ExchangeRate
                {
                    Currency = entry.Currency,
                    On = entry.On,
                    UnitsPerEuro = entry.UnitsPerEuro,
                    Source = entry.Source,
                }
            );
        }
    }

    private static void Take<T>(PortalDbContext context, T? held, T given)
        where T : class
    {
        if (held is null)
        {
            context.Add(given);
            return;
        }

        var entry = context.Entry(held);
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.PropertyInfo is not null))
        {
            property.CurrentValue = property.Metadata.PropertyInfo!.GetValue(given);
        }
    }

    private async Task<ImportCount> TakeGuidesAsync(
        PortalDbContext context,
        IReadOnlyDictionary<string, GuideFile> files,
        Dictionary<string, Occupation> occupations,
        string author,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        var held = await context
            .Guides.Include(g => g.Occupation)
            .Include(g => g.PublishedRevision)
            .Include(g => g.Revisions)
            .ToDictionaryAsync(g => (g.Occupation.Code, g.Language), cancellation);
        var (added, revised, unchanged) = (0, 0, 0);
        var toPublish = new List<(Guide Guide, Editing.Revision Revision)>();
        foreach (var file in files.Values)
        {
            if (!held.TryGetValue((file.Occupation, file.Language), out var guide))
            {
                guide = new Guide
                {
                    Occupation = occupations[file.Occupation],
                    Language = file.Language,
                    Slug = file.Slug,
                };
                context.Add(guide);
                held.Add((file.Occupation, file.Language), guide);
                added++;
            }
            else if (guide.PublishedRevision is not null && ExchangeJson.Write(ExchangeForms.Of(guide), false) == ExchangeJson.Write(file, false))
            {
                unchanged++;
                continue;
            }
            else
            {
                revised++;
            }

            guide.Slug = file.Slug;
            guide.Kind = file.Kind;
            guide.Register = file.Register;
            guide.FirstPublishedOn = file.PublishedOn;
            guide.UpdatedOn = file.UpdatedOn;
            guide.ReviewedOn = file.ReviewedOn;
            guide.ReviewDueOn = file.ReviewDueOn;
            toPublish.Add((guide, guide.Revise(file.Content, author, now)));
        }

        RefuseTakenAddresses(files, held.Values);
        await context.SaveChangesAsync(cancellation);
        foreach (var (guide, revision) in toPublish)
        {
            guide.Publish(revision, now);
        }

        return new ImportCount(added, revised, unchanged);
    }

    /// <summary>The files were held against each other before; here against guides that only the store knows.</summary>
    private static void RefuseTakenAddresses(IReadOnlyDictionary<string, GuideFile> files, IEnumerable<Guide> guides)
    {
        var shared = guides.GroupBy(g => (g.Language, g.Slug)).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        var faults = files
            .Where(f => shared.Contains((f.Value.Language, f.Value.Slug)))
            .Select(f => new ExchangeFault(f.Key, "slug", ExchangeFaultKind.DuplicateCode, f.Value.Slug))
            .ToList();
        if (faults.Count > 0)
        {
            throw new ExchangeFaultException(faults);
        }
    }

    private async Task RenewStampAsync(PortalDbContext context, CancellationToken cancellation)
    {
        var stamp = await context.ContentStamps.SingleOrDefaultAsync(cancellation);
        if (stamp is null)
        {
            stamp = new ContentStamp();
            context.Add(stamp);
        }

        stamp.Renew(time.GetUtcNow().UtcDateTime);
    }
}
