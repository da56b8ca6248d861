using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Occupations;
using CareerPortal.Search;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerPortal.Guides;

/// <summary>What readers may see: published guides, their list, and all they refer to.</summary>
public sealed partial class GuideLibrary : IDisposable
{
    /// <summary>How many whole documents are read at once.</summary>
    public const int Shelf = 200;

    /// <summary>How many whole guides stay open in memory (some 100 kB each), and for how long after they were last read.</summary>
    private const int MostOpen = 500;

    /// <summary>How many guides are offered in place of one that is gone, and how many changes a page tells of.</summary>
    private const int MostNear = 3;
    private const int MostChanges = 4;

    /// <summary>What an opened guide is made of.</summary>
    private const ContentRealm Opened = ContentRealm.Guides | ContentRealm.Directories | ContentRealm.Parameters;

    /// <summary>What a search looks into: platforms are found by their names.</summary>
    private const ContentRealm Searched = ContentRealm.Guides | ContentRealm.Directories;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _opened = new(new MemoryCacheOptions { SizeLimit = MostOpen });
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, PerContent<GuideCatalogue>> _catalogues;
    private readonly Dictionary<string, PerContent<GuideCatalogue>> _searched;
    private readonly PerContent<ILookup<(GuideReferenceKind Kind, string Code), string>> _mentions;
    private readonly PerContent<IReadOnlyDictionary<(string Occupation, string Language), IReadOnlyList<SearchPassage>>> _texts;
    private readonly PerContent<IReadOnlyDictionary<(DirectoryKind Kind, string Code), string>> _replaced;
    private readonly ContentMark _mark;
    private readonly PortalWords _words;
    private readonly ILogger _logger;

    /// <summary>The library in place of which whatever runs here reads that of today.</summary>
    private static readonly AsyncLocal<GuideLibrary?> Shown = new();

    /// <summary>What this library shows beside what readers see now; null for the library of today.</summary>
    private readonly ContentAhead? _ahead;

    private readonly List<int> _aheadGuides = [];

    public GuideLibrary(
        IDbContextFactory<PortalDbContext> contexts,
        ContentMark mark,
        PortalWords words,
        TimeProvider time,
        ILogger<GuideLibrary>? logger = null
    )
    {
        _contexts = contexts;
        _mark = mark;
        _words = words;
        _time = time;
        _logger = logger ?? NullLogger<GuideLibrary>.Instance;
        _catalogues = Languages.All.ToDictionary(
            language => language,
            language => Per(ContentRealm.Guides, async () => new GuideCatalogue(await ReadSummariesAsync(language), words, language))
        );
        _searched = Languages.All.ToDictionary(language => language, language => Per(Searched, () => LayOutAsync(language, words)));
        _texts = Per(Searched, ReadTextsAsync);
        _mentions = Per(Searched, ReadMentionsAsync);
        _replaced = Per(ContentRealm.Directories, ReadReplacedAsync);

        PerContent<T> Per<T>(ContentRealm realms, Func<Task<T>> read) => new(mark, realms, read);
    }

    private GuideLibrary(GuideLibrary today, ContentAhead ahead)
        : this(today._contexts, today._mark, today._words, today._time)
    {
        _ahead = ahead;
        _aheadGuides = [.. ahead.Guides.Keys];
    }

    /// <summary>The library that whatever runs here is to read: this one, unless another day was chosen for it (<see cref="ShowHere"/>).</summary>
    private GuideLibrary Here => _ahead is null ? Shown.Value ?? this : this;

    private DateOnly Today => _ahead?.Day ?? DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>A library that shows what readers will see.</summary>
    internal GuideLibrary AsOf(ContentAhead ahead) => new(this, ahead);

    /// <summary>Lets whatever is run from here on, and nothing else, read this library in place of that of today.</summary>
    public void ShowHere() => Shown.Value = this;

    /// <summary>All published guides for a language of the portal; read once for each state of the content.</summary>
    public Task<GuideCatalogue> CatalogueAsync(string language, CancellationToken cancellation) =>
        Here._catalogues[language].CurrentAsync(cancellation);

    /// <summary>
    /// Guides by words and filters. Their texts are read when words are first asked for in a state of the content: lists and guides do not wait
    /// for it.
    /// </summary>
    public async Task<GuideSearchResult> SearchAsync(string language, GuideQuery query, CancellationToken cancellation)
    {
        var shelves = string.IsNullOrWhiteSpace(query.Text) ? Here._catalogues : Here._searched;
        return (await shelves[language].CurrentAsync(cancellation)).Search(query);
    }

    /// <summary>The guides that words find.</summary>
    public async Task<GuideMatches> MatchAsync(string language, string text, CancellationToken cancellation) =>
        (await Here._searched[language].CurrentAsync(cancellation)).Match(text);

    /// <summary>
    /// The published guide at an address, in the language asked or else in French; null where there is none. Opened once for each state of the
    /// content and each day.
    /// </summary>
    public Task<PublishedGuide?> FindAsync(string language, string slug, CancellationToken cancellation) =>
        Here.FindHereAsync(language, slug, cancellation);

    private async Task<PublishedGuide?> FindHereAsync(string language, string slug, CancellationToken cancellation)
    {
        var catalogue = await CatalogueAsync(language, cancellation);
        if (catalogue.Find(slug) is not { } summary)
        {
            return null;
        }

        // A key stands for a state of the content: what was opened for another one is not found again.
        var today = Today;
        var key = (catalogue, (await _mark.CurrentAsync(cancellation)).Of(Opened), slug, today);
        if (_opened.TryGetValue(key, out PublishedGuide? opened))
        {
            return opened;
        }

        return await OpenAsync(catalogue, summary, today, cancellation) is { } guide
            ? _opened.Set(key, guide, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered })
            : null;
    }

    /// <summary>
    /// A guide as its page would show a document that readers do not have: read anew each time and remembered nowhere; null where there is no such
    /// guide. Whoever asks has to know that its reader may.
    /// </summary>
    public async Task<PublishedGuide?> ShowAsync(int guideId, GuideDocument document, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var guide = await context
            .Guides.AsNoTracking()
            .Include(g => g.Occupation)
                .ThenInclude(o => o.Titles)
            .Include(g => g.Occupation)
                .ThenInclude(o => o.Requirements)
            .AsSplitQuery()
            .FirstOrDefaultAsync(g => g.Id == guideId, cancellation);
        if (guide is null)
        {
            return null;
        }

        var occupation = guide.Occupation;
        var title =
            occupation.Titles.Find(t => t.Language == guide.Language)
            ?? occupation.Titles.Find(t => t.Language == Languages.Default)
            ?? occupation.Titles.FirstOrDefault();
        var summary = new GuideSummary
        {
            OccupationCode = occupation.Code,
            Slug = guide.Slug,
            Language = guide.Language,
            Name = new OccupationName(title?.Language ?? guide.Language, title?.Masculine ?? occupation.Code, title?.Feminine ?? occupation.Code),
            Kind = document.Kind,
            Sector = occupation.Sector,
            Studies = occupation.Studies,
            Conditions = occupation.Conditions,
            Qualities = [.. occupation.Requirements.AsQueryable().InOrder().Select(r => r.QualityId)],
            Summary = document.Content.Summary,
            AlternativeTitles = title?.Alternatives ?? [],
            Words = document.Kind == GuideKind.Complete ? GuideReading.WordsOf(document.Content) : 0,
            PublishedOn = document.PublishedOn,
            UpdatedOn = document.UpdatedOn ?? document.PublishedOn,
        };
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        var catalogue = await CatalogueAsync(guide.Language, cancellation);
        return await ComposeAsync(context, summary, guide.OccupationId, document, catalogue, today, cancellation);
    }

    public void Dispose() => _opened.Dispose();

    private async Task<PublishedGuide?> OpenAsync(GuideCatalogue catalogue, GuideSummary summary, DateOnly today, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var guide = await Published(context)
            .Where(g => g.Language == summary.Language && g.Slug == summary.Slug)
            .Select(g => new
            {
                Guide = g.Id,
                g.OccupationId,
                Id = (int?)g.PublishedRevision!.Id,
                Number = (int?)g.PublishedRevision.Number,
                Format = (int?)g.PublishedRevision.Format,
                Document = (string?)g.PublishedRevision.Document,
            })
            .FirstOrDefaultAsync(cancellation);
        if (guide is null)
        {
            return null;
        }

        var document = _ahead?.Guides.GetValueOrDefault(guide.Guide) ?? Revision.Read(guide.Id ?? 0, guide.Format ?? 0, guide.Document ?? "");
        var opened = await ComposeAsync(context, summary, guide.OccupationId, document, catalogue, today, cancellation);
        return opened with { Withdrawal = summary.Withdrawal, Changes = await ChangesAsync(context, guide.Guide, guide.Number ?? 0, cancellation) };
    }

    /// <summary>A document with everything it refers to, as its page shows it.</summary>
    private async Task<PublishedGuide> ComposeAsync(
        PortalDbContext context,
        GuideSummary summary,
        int occupationId,
        GuideDocument document,
        GuideCatalogue catalogue,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var floor = await WageFloorAsync(context, today, cancellation);
        var current = ReplacedReferences.Follow(document.Content, await _replaced.CurrentAsync(cancellation));
        var content = MinimumWageWords.Fill(current, floor, summary.Language);
        var slugs = await Published(context).Where(g => g.OccupationId == occupationId).ToDictionaryAsync(g => g.Language, g => g.Slug, cancellation);
        var named = GuideReferences.Of(content).ToLookup(r => r.Kind, r => r.Code);
        var centreCodes = named[GuideReferenceKind.Centre].Distinct().ToList();
        var zoneCodes = named[GuideReferenceKind.Zone].Distinct().ToList();
        var platformCodes = named[GuideReferenceKind.Platform].Distinct().ToList();
        var neighbourCodes = named[GuideReferenceKind.Occupation].ToHashSet(StringComparer.Ordinal);
        var platforms =
            platformCodes.Count == 0
                ? []
                : await context.Platforms.AsNoTracking().Where(p => platformCodes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, cancellation);
        var rate = content.MicroTasks is { } micro ? await ExchangeRateAsync(context, micro.Estimator.Currency, today, cancellation) : null;
        return new PublishedGuide
        {
            Summary = summary,
            Register = document.Register,
            ReviewedOn = document.ReviewedOn,
            ReviewDueOn = ReviewDue(document.ReviewDueOn, content),
            Content = content,
            Requirements =
                _ahead?.Requirements.GetValueOrDefault(occupationId)
                ?? await context.Set<Requirement>().AsNoTracking().Where(r => r.OccupationId == occupationId).InOrder().ToListAsync(cancellation),
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
        NamingAsync(language, GuideReferenceKind.Centre, code, cancellation);

    /// <summary>The published guides that name a job zone.</summary>
    public Task<IReadOnlyList<GuideSummary>> GuidesNamingZoneAsync(string language, string code, CancellationToken cancellation) =>
        NamingAsync(language, GuideReferenceKind.Zone, code, cancellation);

    /// <summary>The published guides that compare a work platform.</summary>
    public Task<IReadOnlyList<GuideSummary>> GuidesNamingPlatformAsync(string language, string code, CancellationToken cancellation) =>
        NamingAsync(language, GuideReferenceKind.Platform, code, cancellation);

    /// <summary>
    /// Where a guide is, in the language asked or else in French, that was once at an address or is there in another language; null where none
    /// ever was.
    /// </summary>
    public Task<string?> FindMovedAsync(string language, string slug, CancellationToken cancellation) =>
        Here.FindMovedHereAsync(language, slug, cancellation);

    /// <summary>The guide that readers got at an address until it was taken away; null where none was.</summary>
    public Task<GoneGuide?> FindGoneAsync(string language, string slug, CancellationToken cancellation) =>
        Here.FindGoneHereAsync(language, slug, cancellation);

    private async Task<GoneGuide?> FindGoneHereAsync(string language, string slug, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var shown = Published(context);
        var published = shown.Select(g => g.Id);
        var gone = await context
            .Guides.Where(g => g.Language == language || g.Language == Languages.Default)
            .Where(g => g.Slug == slug || context.Set<FormerAddress>().Any(a => a.GuideId == g.Id && a.Language == g.Language && a.Slug == slug))
            .Where(g => !published.Contains(g.Id))
            .Join(
                context.GuideWithdrawals,
                g => g.Id,
                w => w.GuideId,
                (g, w) =>
                    new
                    {
                        g.OccupationId,
                        g.Occupation.Sector,
                        g.Language,
                        w.Reason,
                        w.Note,
                        w.AtUtc,
                        LeadsTo = shown.Where(t => t.Id == w.LeadsToGuideId).Select(t => t.Slug).FirstOrDefault(),
                    }
            )
            .OrderBy(g => g.Language == language ? 0 : 1)
            .FirstOrDefaultAsync(cancellation);
        if (gone is null)
        {
            return null;
        }

        var titles = await context.Set<OccupationTitle>().AsNoTracking().Where(t => t.OccupationId == gone.OccupationId).ToListAsync(cancellation);
        var title = titles.Find(t => t.Language == language) ?? titles.First(t => t.Language == Languages.Default);
        var asked = await context
            .Set<Requirement>()
            .AsNoTracking()
            .Where(r => r.OccupationId == gone.OccupationId)
            .Select(r => r.QualityId)
            .ToListAsync(cancellation);
        var catalogue = await CatalogueAsync(language, cancellation);
        return new GoneGuide
        {
            Reason = gone.Reason,
            Note = gone.Note,
            On = DateOnly.FromDateTime(gone.AtUtc),
            LeadsTo = gone.LeadsTo,
            Language = gone.Language,
            Name = new OccupationName(title.Language, title.Masculine, title.Feminine),
            Near =
            [
                .. catalogue
                    .All.OrderBy(g => g.Sector == gone.Sector ? 0 : 1)
                    .ThenByDescending(g => g.Qualities.Intersect(asked).Count())
                    .ThenBy(g => g.Slug, StringComparer.Ordinal)
                    .Take(MostNear),
            ],
        };
    }

    private async Task<string?> FindMovedHereAsync(string language, string slug, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var read = Published(context).Where(g => g.Language == language || g.Language == Languages.Default);
        return await context
                .FormerAddresses.Where(a => (a.Language == language || a.Language == Languages.Default) && a.Slug == slug)
                .Join(read, a => a.GuideId, g => g.Id, (a, g) => new { a.Language, g.Slug })
                .OrderBy(g => g.Language == language ? 0 : 1)
                .Select(g => g.Slug)
                .FirstOrDefaultAsync(cancellation)
            ?? await Published(context)
                .Where(g => g.Slug == slug)
                .Join(read, other => other.OccupationId, g => g.OccupationId, (other, g) => new { g.Language, g.Slug })
                .Where(g => g.Slug != slug)
                .OrderBy(g => g.Language == language ? 0 : 1)
                .Select(g => g.Slug)
                .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The guides that readers get.</summary>
    private IQueryable<Guide> Published(PortalDbContext context)
    {
        if (_ahead is null)
        {
            return context.Guides.Where(g => g.PublishedRevisionId != null);
        }

        var ahead = _aheadGuides;
        return context.Guides.Where(g => g.PublishedRevisionId != null || ahead.Contains(g.Id));
    }

    /// <summary>What readers were told of the last changes that mattered to them.</summary>
    private static async Task<IReadOnlyList<PublicChange>> ChangesAsync(
        PortalDbContext context,
        int guideId,
        int number,
        CancellationToken cancellation
    )
    {
        var changes = await context
            .Revisions.Where(r => r.GuideId == guideId && r.Number <= number && r.Occasion == RevisionOccasion.Published)
            .Where(r => r.ChangeNote != null && r.ChangeKind == ChangeKind.Major)
            .OrderByDescending(r => r.Number)
            .Take(MostChanges)
            .Select(r => new { r.CreatedUtc, r.ChangeNote })
            .ToListAsync(cancellation);
        return [.. changes.Select(c => new PublicChange(DateOnly.FromDateTime(c.CreatedUtc), c.ChangeNote!))];
    }

    private async Task<IReadOnlyDictionary<(DirectoryKind Kind, string Code), string>> ReadReplacedAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        return await context.ReplacedCodes.AsNoTracking().ToDictionaryAsync(r => (r.Kind, r.Code), r => r.NewCode);
    }

    private static async Task<IReadOnlyList<Source>> SourcesAsync(
        PortalDbContext context,
        GuideContent content,
        IEnumerable<string> platforms,
        WageFloor? floor,
        ExchangeRate? rate,
        CancellationToken cancellation
    )
    {
        var codes = GuideReferences
            .Of(content, GuideReferenceKind.Source)
            .Concat(platforms)
            .Concat(floor is not null && content.Salaries.Count > 0 ? [floor.Source] : [])
            .Concat(rate is not null ? [rate.Source] : [])
            .Distinct()
            .ToList();
        var sources = await context.Sources.AsNoTracking().Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, cancellation);
        return [.. codes.Where(sources.ContainsKey).Select(c => sources[c])];
    }

    /// <summary>A guide is old once one of its figures is.</summary>
    private static DateOnly? ReviewDue(DateOnly? own, GuideContent content) =>
        GuideSections.Parts.SelectMany(p => p.ValidUntil(content)).Append(own).Min();

    private async Task<IReadOnlyList<GuideSummary>> NamingAsync(string language, GuideReferenceKind kind, string code, CancellationToken cancellation)
    {
        var catalogue = await CatalogueAsync(language, cancellation);
        var naming = (await Here._mentions.CurrentAsync(cancellation))[(kind, code)].ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.All.Where(g => naming.Contains(g.OccupationCode))];
    }

    /// <summary>The occupations whose guides name a centre, a zone or a platform; all languages share it.</summary>
    private async Task<ILookup<(GuideReferenceKind Kind, string Code), string>> ReadMentionsAsync()
    {
        var replaced = await _replaced.CurrentAsync(CancellationToken.None);
        await using var context = await _contexts.CreateDbContextAsync();
        var mentions = await context
            .Guides.Where(g => g.PublishedRevisionId != null)
            .SelectMany(
                g => g.Mentions,
                (g, m) =>
                    new
                    {
                        g.Id,
                        m.Kind,
                        m.Code,
                        Occupation = g.Occupation.Code,
                    }
            )
            .ToListAsync();
        var named = mentions
            .Where(m => _ahead?.Guides.ContainsKey(m.Id) != true)
            .Select(m => (Place: (m.Kind, Code: ReplacedReferences.Follow(m.Kind, m.Code, replaced)), m.Occupation));
        if (_ahead is not null)
        {
            var ahead = _aheadGuides;
            var codes = await context.Guides.Where(g => ahead.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Occupation.Code);
            named = named.Concat(
                _ahead.Guides.SelectMany(g =>
                    GuideReferences
                        .Of(g.Value.Content)
                        .Where(r => r.Kind.IsPlace())
                        .Select(r => (Place: (r.Kind, Code: ReplacedReferences.Follow(r.Kind, r.Code, replaced)), codes[g.Key]))
                )
            );
        }

        return named.Distinct().ToLookup(m => m.Place, m => m.Occupation);
    }

    private async Task<WageFloor?> WageFloorAsync(PortalDbContext context, DateOnly today, CancellationToken cancellation)
    {
        var floor = await context
            .WageFloors.AsNoTracking()
            .Where(w => w.From <= today)
            .OrderByDescending(w => w.From)
            .FirstOrDefaultAsync(cancellation);
        return _ahead?.WageFloors.Where(w => w.From <= today && (floor is null || w.From >= floor.From)).MaxBy(w => w.From) ?? floor;
    }

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
        var replaced = await _replaced.CurrentAsync(CancellationToken.None);
        var texts = new Dictionary<(string Occupation, string Language), IReadOnlyList<SearchPassage>>();
        var (last, read) = (0, Shelf);
        while (read == Shelf)
        {
            var from = last;
            var guides = await Published(context)
                .Where(g => g.Id > from)
                .OrderBy(g => g.Id)
                .Take(Shelf)
                .Select(g => new
                {
                    g.Id,
                    g.Occupation.Code,
                    g.Language,
                    Revision = (int?)g.PublishedRevision!.Id,
                    Format = (int?)g.PublishedRevision.Format,
                    Document = (string?)g.PublishedRevision.Document,
                })
                .ToListAsync();
            foreach (var guide in guides)
            {
                try
                {
                    var document =
                        _ahead?.Guides.GetValueOrDefault(guide.Id) ?? Revision.Read(guide.Revision ?? 0, guide.Format ?? 0, guide.Document ?? "");
                    var content = ReplacedReferences.Follow(document.Content, replaced);
                    texts[(guide.Code, guide.Language)] = GuidePassages.Of(content, guide.Language, platforms);
                }
                catch (UnreadableRevisionException e)
                {
                    // Its guide is still found by title and summary, which stand beside the document.
                    NotSearched(_logger, guide.Code, guide.Language, e);
                }
            }

            (last, read) = (guides.Count > 0 ? guides[^1].Id : last, guides.Count);
        }

        return texts;
    }

    private async Task<ExchangeRate?> ExchangeRateAsync(PortalDbContext context, string currency, DateOnly today, CancellationToken cancellation)
    {
        var rate = await context
            .ExchangeRates.AsNoTracking()
            .Where(r => r.Currency == currency && r.On <= today)
            .OrderByDescending(r => r.On)
            .FirstOrDefaultAsync(cancellation);
        return _ahead?.ExchangeRates.Where(r => r.Currency == currency && r.On <= today && (rate is null || r.On >= rate.On)).MaxBy(r => r.On)
            ?? rate;
    }

    private async Task<IReadOnlyList<GuideSummary>> ReadSummariesAsync(string language)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var rows = await Published(context)
            .Where(g => g.Language == language || g.Language == Languages.Default)
            .OrderBy(g => g.Id)
            .Select(g => new
            {
                g.Id,
                g.OccupationId,
                g.Occupation.Code,
                g.Occupation.RomeCode,
                g.Slug,
                g.Language,
                g.Kind,
                g.Occupation.Sector,
                g.Occupation.Studies,
                g.Occupation.Conditions,
                Summary = g.PublishedSummary!,
                g.PublishedWords,
                g.FirstPublishedOn,
                g.UpdatedOn,
            })
            .ToListAsync();
        var withdrawn = await context
            .GuideWithdrawals.Where(w => w.Reason == WithdrawalReason.Withdrawn)
            .Select(w => new
            {
                w.GuideId,
                w.Note,
                w.AtUtc,
            })
            .ToDictionaryAsync(w => w.GuideId, w => new WithdrawnNotice(w.Note, DateOnly.FromDateTime(w.AtUtc)));
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
                    var summary = new GuideSummary
                    {
                        OccupationCode = row.Code,
                        RomeCode = row.RomeCode,
                        Slug = row.Slug,
                        Language = row.Language,
                        Name = new OccupationName(title.Language, title.Masculine, title.Feminine),
                        Kind = row.Kind,
                        Sector = row.Sector,
                        Studies = row.Studies,
                        Conditions = row.Conditions,
                        Qualities = _ahead?.Requirements.GetValueOrDefault(g.Key) is { } asked
                            ? [.. asked.Select(r => r.QualityId)]
                            : [.. qualities[g.Key]],
                        Summary = row.Summary,
                        AlternativeTitles = title.Alternatives,
                        FrenchTitles =
                        [
                            .. titles[g.Key].Where(t => t != title).SelectMany(t => t.Alternatives.Concat([t.Masculine, t.Feminine]).Distinct()),
                        ],
                        Words = row.Kind == GuideKind.Complete ? row.PublishedWords ?? 0 : 0,
                        PublishedOn = row.FirstPublishedOn,
                        UpdatedOn = row.UpdatedOn ?? row.FirstPublishedOn,
                        Withdrawal = withdrawn.GetValueOrDefault(row.Id),
                    };
                    return _ahead?.Guides.GetValueOrDefault(row.Id) is { } ahead ? Tell(summary, ahead) : summary;
                }),
        ];
    }

    /// <summary>What lists will tell of a guide.</summary>
    private static GuideSummary Tell(GuideSummary summary, GuideDocument ahead) =>
        summary with
        {
            Kind = ahead.Kind,
            Summary = ahead.Content.Summary,
            Words = ahead.Kind == GuideKind.Complete ? GuideReading.WordsOf(ahead.Content) : 0,
            PublishedOn = ahead.PublishedOn,
            UpdatedOn = ahead.UpdatedOn ?? ahead.PublishedOn,
            Withdrawal = null,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The text of the guide {Occupation} ({Language}) is not searched")]
    private static partial void NotSearched(ILogger logger, string occupation, string language, Exception failure);
}
