using CareerPortal.Data;
using CareerPortal.Occupations;
using CareerPortal.Search;
using CareerPortal.Sources;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CareerPortal.Guides;

/// <summary>What readers may see: published guides, their list, and all they refer to.</summary>
public sealed class GuideLibrary : IDisposable
{
    /// <summary>How many whole documents are read at once.</summary>
    public const int Shelf = 200;

    /// <summary>How many whole guides stay open in memory (some 100 kB each), and for how long after they were last read.</summary>
    private const int MostOpen = 500;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _opened = new(new MemoryCacheOptions { SizeLimit = MostOpen });
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, PerContent<GuideCatalogue>> _catalogues;
    private readonly Dictionary<string, PerContent<GuideCatalogue>> _searched;
    private readonly PerContent<CompleteGuides> _complete;
    private readonly PerContent<IReadOnlyDictionary<(string Occupation, string Language), IReadOnlyList<SearchPassage>>> _texts;

    public GuideLibrary(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, PortalWords words, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
        _catalogues = Languages.All.ToDictionary(
            language => language,
            language => new PerContent<GuideCatalogue>(mark, async () => new GuideCatalogue(await ReadSummariesAsync(language), words, language))
        );
        _searched = Languages.All.ToDictionary(
            language => language,
            language => new PerContent<GuideCatalogue>(mark, () => LayOutAsync(language, words))
        );
        _texts = new PerContent<IReadOnlyDictionary<(string Occupation, string Language), IReadOnlyList<SearchPassage>>>(mark, ReadTextsAsync);
        _complete = new PerContent<CompleteGuides>(mark, ReadCompleteAsync);
    }

    /// <summary>All published guides for a language of the portal; read once for each state of the content.</summary>
    public Task<GuideCatalogue> CatalogueAsync(string language, CancellationToken cancellation) => _catalogues[language].CurrentAsync(cancellation);

    /// <summary>
    /// Guides by words and filters. Their texts are read when words are first asked for in a state of the content: lists and guides do not wait
    /// for it.
    /// </summary>
    public async Task<GuideSearchResult> SearchAsync(string language, GuideQuery query, CancellationToken cancellation)
    {
        var shelves = string.IsNullOrWhiteSpace(query.Text) ? _catalogues : _searched;
        return (await shelves[language].CurrentAsync(cancellation)).Search(query);
    }

    /// <summary>
    /// The published guide at an address, in the language asked or else in French; null where there is none. Opened once for each state of the
    /// content and each day.
    /// </summary>
    public async Task<PublishedGuide?> FindAsync(string language, string slug, CancellationToken cancellation)
    {
        var catalogue = await CatalogueAsync(language, cancellation);
        if (catalogue.Find(slug) is not { } summary)
        {
            return null;
        }

        // A catalogue stands for its state of the content: what was opened for another one is not found again.
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        var key = (catalogue, slug, today);
        if (_opened.TryGetValue(key, out PublishedGuide? opened))
        {
            return opened;
        }

        return await OpenAsync(catalogue, summary, today, cancellation) is { } guide
            ? _opened.Set(key, guide, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered })
            : null;
    }

    public void Dispose() => _opened.Dispose();

    private async Task<PublishedGuide?> OpenAsync(GuideCatalogue catalogue, GuideSummary summary, DateOnly today, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var guide = await context
            .Guides.Where(g => g.Language == summary.Language && g.Slug == summary.Slug && g.PublishedRevision != null)
            .Select(g => new
            {
                g.OccupationId,
                g.Register,
                g.ReviewedOn,
                g.ReviewDueOn,
                g.PublishedRevision!.Content,
            })
            .FirstOrDefaultAsync(cancellation);
        if (guide is null)
        {
            return null;
        }

        var floor = await WageFloorAsync(context, today, cancellation);
        var content = MinimumWageWords.Fill(guide.Content, floor, summary.Language);
        var slugs = await context
            .Guides.Where(g => g.OccupationId == guide.OccupationId && g.PublishedRevisionId != null)
            .ToDictionaryAsync(g => g.Language, g => g.Slug, cancellation);
        var centreCodes = content.Programmes.Select(p => p.Centre).Concat(content.TrainingSteps.SelectMany(s => s.Centres ?? [])).Distinct().ToList();
        var zoneCodes = content.JobZones.Select(z => z.Zone).ToList();
        var platformCodes = content.MicroTasks?.Platforms.Select(p => p.Platform).ToList() ?? [];
        var neighbourCodes = content.Similar.Concat(content.Evolutions).Select(o => o.Occupation).ToHashSet(StringComparer.Ordinal);
        var platforms =
            platformCodes.Count == 0
                ? []
                : await context.Platforms.AsNoTracking().Where(p => platformCodes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, cancellation);
        var rate = content.MicroTasks is { } micro ? await ExchangeRateAsync(context, micro.Estimator.Currency, today, cancellation) : null;
        return new PublishedGuide
        {
            Summary = summary,
            Register = guide.Register,
            ReviewedOn = guide.ReviewedOn,
            ReviewDueOn = ReviewDue(guide.ReviewDueOn, content),
            Content = content,
            Requirements = await context
                .Set<Requirement>()
                .AsNoTracking()
                .Where(r => r.OccupationId == guide.OccupationId)
                .InOrder()
                .ToListAsync(cancellation),
            SlugsByLanguage = slugs,
            Centres = await context
                .TrainingCentres.AsNoTracking()
                .Where(c => centreCodes.Contains(c.Code))
                .ToDictionaryAsync(c => c.Code, cancellation),
            Zones = await context.JobZones.AsNoTracking().Where(z => zoneCodes.Contains(z.Code)).ToDictionaryAsync(z => z.Code, cancellation),
            Platforms = platforms,
            Neighbours = catalogue.All.Where(g => neighbourCodes.Contains(g.OccupationCode)).ToDictionary(g => g.OccupationCode),
            Sources = await SourcesAsync(
                context,
                content,
                platformCodes.Where(platforms.ContainsKey).Select(c => platforms[c].Source),
                floor,
                rate,
                cancellation
            ),
            WageFloor = floor,
            WageFloorIsDoubtful = floor?.IsDoubtful(today) == true,
            ExchangeRate = rate,
            ExchangeRateIsDoubtful = rate?.IsDoubtful(today) == true,
        };
    }

    /// <summary>The published guides that send readers to a training centre.</summary>
    public Task<IReadOnlyList<GuideSummary>> GuidesNamingCentreAsync(string language, string code, CancellationToken cancellation) =>
        NamingAsync(language, i => i.Centres[code], cancellation);

    /// <summary>The published guides that name a job zone.</summary>
    public Task<IReadOnlyList<GuideSummary>> GuidesNamingZoneAsync(string language, string code, CancellationToken cancellation) =>
        NamingAsync(language, i => i.Zones[code], cancellation);

    /// <summary>The published guides that compare a work platform.</summary>
    public Task<IReadOnlyList<GuideSummary>> GuidesNamingPlatformAsync(string language, string code, CancellationToken cancellation) =>
        NamingAsync(language, i => i.Platforms[code], cancellation);

    /// <summary>The sources a guide cites, each once, in the order of the page.</summary>
    public static IReadOnlyList<string> CitedBy(GuideContent content) =>
        [
            .. content
                .Figures.Select(f => f.Source)
                .Concat(content.Salaries.Select(s => s.Source))
                .Concat(content.BelgianFacts.Select(f => f.Source).OfType<string>())
                .Concat(content.MicroTasks is { } micro ? micro.StatusInBelgium.SelectMany(s => s.Sources).Append(micro.Estimator.Source) : [])
                .Concat(content.Faq.SelectMany(q => q.Sources ?? []))
                .Distinct(),
        ];

    private static async Task<IReadOnlyList<Source>> SourcesAsync(
        PortalDbContext context,
        GuideContent content,
        IEnumerable<string> platforms,
        WageFloor? floor,
        ExchangeRate? rate,
        CancellationToken cancellation
    )
    {
        var codes = CitedBy(content)
            .Concat(platforms)
            .Concat(floor is not null && content.Salaries.Count > 0 ? [floor.Source] : [])
            .Concat(rate is not null ? [rate.Source] : [])
            .Distinct()
            .ToList();
        var sources = await context.Sources.AsNoTracking().Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, cancellation);
        return [.. codes.Where(sources.ContainsKey).Select(c => sources[c])];
    }

    /// <summary>A guide is old once one of its figures is.</summary>
    private static DateOnly? ReviewDue(DateOnly? own, GuideContent content)
    {
        var days = content
            .Figures.Select(f => f.ValidUntil)
            .Concat(content.Salaries.Select(s => s.ValidUntil))
            .Concat(content.BelgianFacts.Select(f => f.ValidUntil))
            .Append(own);
        return days.Min();
    }

    private async Task<IReadOnlyList<GuideSummary>> NamingAsync(
        string language,
        Func<CompleteGuides, IEnumerable<string>> occupations,
        CancellationToken cancellation
    )
    {
        var catalogue = await CatalogueAsync(language, cancellation);
        var naming = occupations(await _complete.CurrentAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.All.Where(g => naming.Contains(g.OccupationCode))];
    }

    /// <summary>
    /// What is known of complete guides only by opening their documents: who names what, and how long they are. All languages share it.
    /// </summary>
    private async Task<CompleteGuides> ReadCompleteAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var guides = await context
            .Guides.Where(g => g.PublishedRevision != null && g.Kind == GuideKind.Complete)
            .OrderBy(g => g.Id)
            .Select(g => new
            {
                g.Occupation.Code,
                g.Language,
                g.PublishedRevision!.Content,
            })
            .ToListAsync();
        return new CompleteGuides(
            Lookup(c => c.Programmes.Select(p => p.Centre).Concat(c.TrainingSteps.SelectMany(s => s.Centres ?? []))),
            Lookup(c => c.JobZones.Select(z => z.Zone)),
            Lookup(c => c.MicroTasks?.Platforms.Select(p => p.Platform) ?? []),
            guides.ToDictionary(g => (g.Code, g.Language), g => GuideReading.WordsOf(g.Content))
        );

        ILookup<string, string> Lookup(Func<GuideContent, IEnumerable<string>> named) =>
            guides
                .SelectMany(g => named(g.Content).Select(code => (Named: code, g.Code)))
                .ToLookup(n => n.Named, n => n.Code, StringComparer.Ordinal);
    }

    private static Task<WageFloor?> WageFloorAsync(PortalDbContext context, DateOnly today, CancellationToken cancellation) =>
        context.WageFloors.AsNoTracking().Where(w => w.From <= today).OrderByDescending(w => w.From).FirstOrDefaultAsync(cancellation);

    private async Task<GuideCatalogue> LayOutAsync(string language, PortalWords words)
    {
        var summaries = (await CatalogueAsync(language, CancellationToken.None)).All;
        var texts = await _texts.CurrentAsync(CancellationToken.None);
        await using var context = await _contexts.CreateDbContextAsync();
        var meanings = await context.SearchMeanings.AsNoTracking().Where(m => m.Language == language).OrderBy(m => m.Code).ToListAsync();
        return new GuideCatalogue(summaries, words, language, g => texts.GetValueOrDefault((g.OccupationCode, g.Language), []), meanings);
    }

    /// <summary>
    /// What is searched of every published guide, read a shelf at a time so that few whole documents are in memory together; all languages
    /// share it.
    /// </summary>
    private async Task<IReadOnlyDictionary<(string Occupation, string Language), IReadOnlyList<SearchPassage>>> ReadTextsAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var platforms = await context.Platforms.AsNoTracking().ToDictionaryAsync(p => p.Code, GuidePassages.NameOf);
        var texts = new Dictionary<(string Occupation, string Language), IReadOnlyList<SearchPassage>>();
        var (last, read) = (0, Shelf);
        while (read == Shelf)
        {
            var from = last;
            var guides = await context
                .Guides.Where(g => g.PublishedRevisionId != null && g.Id > from)
                .OrderBy(g => g.Id)
                .Take(Shelf)
                .Select(g => new
                {
                    g.Id,
                    g.Occupation.Code,
                    g.Language,
                    g.PublishedRevision!.Content,
                })
                .ToListAsync();
            foreach (var guide in guides)
            {
                texts[(guide.Code, guide.Language)] = GuidePassages.Of(guide.Content, guide.Language, platforms);
            }

            (last, read) = (guides.Count > 0 ? guides[^1].Id : last, guides.Count);
        }

        return texts;
    }

    private static Task<ExchangeRate?> ExchangeRateAsync(PortalDbContext context, string currency, DateOnly today, CancellationToken cancellation) =>
        context
            .ExchangeRates.AsNoTracking()
            .Where(r => r.Currency == currency && r.On <= today)
            .OrderByDescending(r => r.On)
            .FirstOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<GuideSummary>> ReadSummariesAsync(string language)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var rows = await context
            .Guides.Where(g => g.PublishedRevisionId != null && (g.Language == language || g.Language == Languages.Default))
            .OrderBy(g => g.Id)
            .Select(g => new
            {
                g.OccupationId,
                g.Occupation.Code,
                g.Slug,
                g.Language,
                g.Kind,
                g.Occupation.Sector,
                g.Occupation.Studies,
                g.Occupation.Conditions,
                Summary = g.PublishedSummary!,
                g.FirstPublishedOn,
                g.UpdatedOn,
            })
            .ToListAsync();
        var words = (await _complete.CurrentAsync(CancellationToken.None)).Words;
        var titles = (
            await context.Set<OccupationTitle>().AsNoTracking().Where(t => t.Language == language || t.Language == Languages.Default).ToListAsync()
        ).ToLookup(t => t.OccupationId);
        var qualities = (
            await context.Set<Requirement>().AsNoTracking().InOrder().Select(r => new { r.OccupationId, r.QualityId }).ToListAsync()
        ).ToLookup(r => r.OccupationId, r => r.QualityId);
        return
        [
            .. rows.GroupBy(r => r.OccupationId)
                .Select(g =>
                {
                    var row = g.FirstOrDefault(r => r.Language == language) ?? g.First();
                    var title = titles[g.Key].FirstOrDefault(t => t.Language == language) ?? titles[g.Key].First();
                    return new GuideSummary
                    {
                        OccupationCode = row.Code,
                        Slug = row.Slug,
                        Language = row.Language,
                        Name = new OccupationName(title.Language, title.Masculine, title.Feminine),
                        Kind = row.Kind,
                        Sector = row.Sector,
                        Studies = row.Studies,
                        Conditions = row.Conditions,
                        Qualities = [.. qualities[g.Key]],
                        Summary = row.Summary,
                        AlternativeTitles = title.Alternatives,
                        FrenchTitles =
                        [
                            .. titles[g.Key].Where(t => t != title).SelectMany(t => t.Alternatives.Concat([t.Masculine, t.Feminine]).Distinct()),
                        ],
                        Words = words.GetValueOrDefault((row.Code, row.Language)),
                        PublishedOn = row.FirstPublishedOn,
                        UpdatedOn = row.UpdatedOn ?? row.FirstPublishedOn,
                    };
                }),
        ];
    }

    /// <summary>The occupations whose guides name a centre, a zone or a platform, by its code; the words of each complete guide.</summary>
    private sealed record CompleteGuides(
        ILookup<string, string> Centres,
        ILookup<string, string> Zones,
        ILookup<string, string> Platforms,
        IReadOnlyDictionary<(string Occupation, string Language), int> Words
    );
}
