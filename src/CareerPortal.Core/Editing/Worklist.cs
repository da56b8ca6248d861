using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// The one list to work from so that guides stay true. What follows from the content is found once for each state of it and each day; what readers
/// and counsellors change is asked for anew.
/// </summary>
public sealed class Worklist
{
    public const int PageSize = 50;

    /// <summary>So many days before its day a guide comes into the list.</summary>
    public const int ReviewAhead = 30;

    private const int Shelf = 100;

    /// <summary>How many comparisons of translations are remembered; they never change.</summary>
    private const int MostRemembered = 2000;

    /// <summary>What a guide is warned of because something outside of it has changed.</summary>
    private static readonly FaultKind[] Outside = [FaultKind.BelowMinimumWage, FaultKind.StudiesContradict];

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly QualityCatalogue _qualities;
    private readonly LinkRegister _links;
    private readonly VoteBox _votes;
    private readonly SearchMisses _misses;
    private readonly TimeProvider _time;
    private readonly ContentMark _mark;
    private readonly Lock _gate = new();
    private (DateOnly On, PerContent<IReadOnlyList<KeptGuide>> Content)? _content;
    private readonly ConcurrentDictionary<(int Guide, Guid Version, int Original, int Base), int> _older = new();

    public Worklist(
        IDbContextFactory<PortalDbContext> contexts,
        ContentMark mark,
        QualityCatalogue qualities,
        LinkRegister links,
        VoteBox votes,
        SearchMisses misses,
        TimeProvider time
    )
    {
        (_contexts, _mark, _qualities) = (contexts, mark, qualities);
        (_links, _votes, _misses, _time) = (links, votes, misses, time);
    }

    /// <summary>A page of the list for somebody who works here.</summary>
    public async Task<DeskResult<WorkPage>> ListAsync(Actor actor, WorkFilter filter, int page, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var content = await ContentAsync(cancellation);
        var care = await context.GuideCare.AsNoTracking().ToDictionaryAsync(c => c.GuideId, cancellation);
        var lines = OfContent(content, care, Today())
            .Concat(await TranslationsAsync(context, content, care, actor, role, cancellation))
            .Concat(await ReadersAsync(content, care, cancellation))
            .Where(l => filter.GuideId is null || l.GuideId == filter.GuideId)
            .Where(l => filter.OwnerId is null || l.OwnerId == filter.OwnerId)
            .Where(l => !filter.IsUnowned || l is { GuideId: not null, OwnerId: null })
            .ToList();
        var counts = lines.CountBy(l => l.Kind).ToDictionary();
        var asked = lines
            .Where(l => filter.Kind is null || l.Kind == filter.Kind)
            .OrderBy(l => l.Kind)
            .ThenBy(l => l.On ?? DateOnly.MaxValue)
            .ThenByDescending(l => l.Missed?.Count ?? l.Votes?.NotUseful ?? 0)
            .ThenBy(l => l.Name?.Masculine, StringComparer.Ordinal)
            .ThenBy(l => l.GuideId)
            .ThenBy(l => l.Path, StringComparer.Ordinal)
            .ThenBy(l => l.ToLanguage, StringComparer.Ordinal)
            .ToList();
        var pages = Math.Max(1, (asked.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var owners = care.Values.Select(c => c.OwnerId).OfType<Guid>().Distinct().ToList();
        var names = await context
            .Accounts.Where(a => owners.Contains(a.Id))
            .OrderBy(a => a.DisplayName)
            .ThenBy(a => a.Id)
            .Select(a => new WorkOwner(a.Id, a.DisplayName))
            .ToListAsync(cancellation);
        return new(DeskAnswer.Done, new WorkPage([.. asked.Skip((shown - 1) * PageSize).Take(PageSize)], asked.Count, shown, pages, counts, names));
    }

    private DateOnly Today() => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>What is read of the content today: the minimum wage of a day may make a guide false that was not the day before.</summary>
    private Task<IReadOnlyList<KeptGuide>> ContentAsync(CancellationToken cancellation)
    {
        var today = Today();
        lock (_gate)
        {
            if (_content?.On != today)
            {
                _content = (
                    today,
                    new PerContent<IReadOnlyList<KeptGuide>>(
                        _mark,
                        ContentRealm.Guides | ContentRealm.Directories | ContentRealm.Parameters,
                        () => ReadAsync(today, CancellationToken.None)
                    )
                );
            }

            return _content.Value.Content.CurrentAsync(cancellation);
        }
    }

    private static IEnumerable<WorkLine> OfContent(IReadOnlyList<KeptGuide> content, Dictionary<int, GuideCare> care, DateOnly today)
    {
        foreach (var guide in content)
        {
            foreach (var (path, until) in guide.Facts.Where(f => f.Until < today))
            {
                yield return Line(WorkKind.FactPastDate, guide, care) with
                {
                    Path = path,
                    Section = SectionOf(path),
                    On = until,
                };
            }

            foreach (var fault in guide.Faults)
            {
                yield return Line(WorkKind.BrokenRule, guide, care) with
                {
                    Path = fault.Path,
                    Section = SectionOf(fault.Path),
                    Fault = fault,
                };
            }

            if ((care.GetValueOrDefault(guide.Id)?.DueOn ?? guide.ReviewDueOn) is { } due && due <= today.AddDays(ReviewAhead))
            {
                yield return Line(WorkKind.GuideToReview, guide, care) with
                {
                    On = due,
                };
            }
        }
    }

    private static WorkLine Line(WorkKind kind, KeptGuide guide, Dictionary<int, GuideCare> care) =>
        new(kind)
        {
            GuideId = guide.Id,
            Name = guide.Name,
            Language = guide.Language,
            OwnerId = care.GetValueOrDefault(guide.Id)?.OwnerId,
        };

    private static string? SectionOf(string path) =>
        GuideForm.SectionOf(path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal))?.Id;

    private async Task<IReadOnlyList<WorkLine>> TranslationsAsync(
        PortalDbContext context,
        IReadOnlyList<KeptGuide> content,
        Dictionary<int, GuideCare> care,
        Actor actor,
        AccountRole role,
        CancellationToken cancellation
    )
    {
        var lines = new List<WorkLine>();
        var published = content.ToDictionary(g => (g.OccupationId, g.Language));
        var begun = await GuideAccess
            .SeenBy(context, context.Guides.Where(g => g.PublishedRevisionId == null && g.Language != Languages.Default), role, actor.AccountId)
            .Select(g => new
            {
                g.Id,
                g.OccupationId,
                g.Language,
            })
            .ToDictionaryAsync(g => (g.OccupationId, g.Language), g => g.Id, cancellation);
        var bases = await context.TranslationBases.AsNoTracking().ToDictionaryAsync(t => t.GuideId, cancellation);
        foreach (var original in content.Where(g => g.Language == Languages.Default))
        {
            foreach (var language in Languages.All.Where(l => l != Languages.Default))
            {
                if (!published.TryGetValue((original.OccupationId, language), out var translation))
                {
                    lines.Add(
                        Line(WorkKind.MissingTranslation, original, care) with
                        {
                            ToLanguage = language,
                            BegunGuideId = begun.TryGetValue((original.OccupationId, language), out var id) ? id : null,
                        }
                    );
                }
                else if (await OlderAsync(context, original, translation, bases.GetValueOrDefault(translation.Id), cancellation) is var older and > 0)
                {
                    lines.Add(Line(WorkKind.OlderTranslation, translation, care) with { Older = older });
                }
            }
        }

        return lines;
    }

    /// <summary>How many texts of an original have changed since a translation was held against it; told from revisions, which never change.</summary>
    private async Task<int> OlderAsync(
        PortalDbContext context,
        KeptGuide original,
        KeptGuide translation,
        TranslationBase? held,
        CancellationToken cancellation
    )
    {
        if (
            held is null && original.RevisionUtc <= translation.RevisionUtc
            || held is { Fields.Count: 0 } && held.OriginalRevisionId == original.RevisionId
        )
        {
            return 0;
        }

        var key = (translation.Id, held?.Version ?? Guid.Empty, original.RevisionId, translation.RevisionId);
        if (_older.TryGetValue(key, out var known))
        {
            return known;
        }

        var baseId =
            held?.OriginalRevisionId
            ?? await context
                .Revisions.Where(r => r.GuideId == original.Id && r.CreatedUtc <= translation.RevisionUtc)
                .OrderByDescending(r => r.Id)
                .Select(r => (int?)r.Id)
                .FirstOrDefaultAsync(cancellation);
        var fields = held?.Fields ?? new Dictionary<string, int>();
        var wanted = fields.Values.Append(baseId ?? original.RevisionId).Append(original.RevisionId).Distinct().ToList();
        var documents = (await context.Revisions.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToListAsync(cancellation)).ToDictionary(
            r => r.Id,
            r => (JsonObject)JsonNode.Parse(GuideDocuments.Write(r.Read()))!
        );
        if (!documents.TryGetValue(original.RevisionId, out var current))
        {
            return 0;
        }

        var older = TranslationTable.OlderIn(
            current,
            new TranslationHeld(baseId is { } id ? documents.GetValueOrDefault(id) : null, fields, documents)
        );
        if (_older.Count >= MostRemembered)
        {
            _older.Clear();
        }

        _older[key] = older;
        return older;
    }

    /// <summary>What readers met: links that do not answer, guides that did not help, words that found nothing.</summary>
    private async Task<IReadOnlyList<WorkLine>> ReadersAsync(
        IReadOnlyList<KeptGuide> content,
        Dictionary<int, GuideCare> care,
        CancellationToken cancellation
    )
    {
        var guides = content.ToDictionary(g => g.Id);
        return
        [
            .. (await _links.BrokenAsync(cancellation)).Select(b => new WorkLine(WorkKind.BrokenLink)
            {
                Link = b,
                Path = $"{b.Place.Kind}/{b.Place.Code}",
                On = DateOnly.FromDateTime(b.SinceUtc),
            }),
            .. (await _votes.CountsAsync(cancellation))
                .Where(v => v.NotUseful > 0 && guides.ContainsKey(v.GuideId))
                .Select(v => Line(WorkKind.NotUseful, guides[v.GuideId], care) with { Votes = v }),
            .. (await _misses.ShownAsync(SearchedIn.Guides, cancellation)).Select(m => new WorkLine(WorkKind.NothingFound)
            {
                Missed = m,
                Language = m.Language,
                Path = m.Words,
            }),
        ];
    }

    private async Task<IReadOnlyList<KeptGuide>> ReadAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        var known = await StoreCodes.ReadAsync(context, _qualities, bringsMinimumWage: false, cancellation) with
        {
            Today = today,
            Floor = await context
                .WageFloors.AsNoTracking()
                .Where(w => w.From <= today)
                .OrderByDescending(w => w.From)
                .FirstOrDefaultAsync(cancellation),
        };
        var titles = (await context.Set<OccupationTitle>().AsNoTracking().ToListAsync(cancellation)).ToLookup(t => t.OccupationId);
        var guides = new List<KeptGuide>();
        var (last, read) = (0, Shelf);
        while (read == Shelf)
        {
            var from = last;
            var rows = await context
                .Guides.Where(g => g.PublishedRevisionId != null && g.Id > from)
                .OrderBy(g => g.Id)
                .Take(Shelf)
                .Select(g => new
                {
                    g.Id,
                    g.OccupationId,
                    g.Language,
                    g.Occupation.Studies,
                    RevisionId = g.PublishedRevision!.Id,
                    g.PublishedRevision.CreatedUtc,
                    g.PublishedRevision.Format,
                    g.PublishedRevision.Document,
                })
                .ToListAsync(cancellation);
            guides.AddRange(
                rows.Select(r =>
                {
                    var title = titles[r.OccupationId]
                        .OrderBy(t => t.Language == r.Language ? 0 : 1)
                        .First(t => t.Language == r.Language || t.Language == Languages.Default);
                    var guide = new KeptGuide(
                        r.Id,
                        r.OccupationId,
                        r.Language,
                        new OccupationName(title.Language, title.Masculine, title.Feminine),
                        r.RevisionId,
                        r.CreatedUtc,
                        null,
                        [],
                        []
                    );
                    try
                    {
                        var document = Revision.Read(r.RevisionId, r.Format, r.Document);
                        return guide with
                        {
                            ReviewDueOn = document.ReviewDueOn,
                            Facts = FactsOf(document.Content),
                            Faults =
                            [
                                .. GuideRules
                                    .Check(document, r.Language, known with { Studies = r.Studies })
                                    .Where(f => f.Severity == FaultSeverity.Error || Outside.Contains(f.Kind)),
                            ],
                        };
                    }
                    catch (UnreadableRevisionException)
                    {
                        return guide with { Faults = [new GuideFault("content", FaultKind.Unreadable)] };
                    }
                })
            );
            (last, read) = (rows.Count > 0 ? rows[^1].Id : last, rows.Count);
        }

        return guides;
    }

    private static IReadOnlyList<(string Path, DateOnly Until)> FactsOf(GuideContent content) =>
        [
            .. GuideSections.Parts.SelectMany(part =>
                part.ValidUntil(content).Index().Where(f => f.Item is not null).Select(f => ($"content.{part.Path}[{f.Index}]", f.Item!.Value))
            ),
        ];
}
