using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Finds what names an entry of a directory, under its code or under one that was merged into it.</summary>
internal static class DirectoryUses
{
    /// <summary>How many of each kind are told; one is enough to refuse a deletion.</summary>
    private const int Most = 200;

    public static async Task<IReadOnlyList<DirectoryUse>> OfAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string code,
        CancellationToken cancellation
    )
    {
        var codes = await context.ReplacedCodes.Where(r => r.Kind == kind && r.NewCode == code).Select(r => r.Code).ToListAsync(cancellation);
        codes.Add(code);
        var uses = new List<DirectoryUse>();
        foreach (var each in codes)
        {
            await AddGuidesAsync(context, kind, each, uses, cancellation);
            if (kind == DirectoryKind.Source)
            {
                await AddEntriesAsync(context, each, uses, cancellation);
            }
        }

        return [.. uses.Distinct()];
    }

    /// <summary>The uses that somebody may know of: not those in guides that are hidden from them.</summary>
    public static async Task<IReadOnlyList<DirectoryUse>> SeenByAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string code,
        AccountRole role,
        Guid accountId,
        CancellationToken cancellation
    )
    {
        var uses = await OfAsync(context, kind, code, cancellation);
        var guides = uses.Where(IsInAGuide).Select(u => u.Id).OfType<int>().Distinct().ToList();
        var seen = await GuideAccess
            .SeenBy(context, context.Guides.Where(g => guides.Contains(g.Id)), role, accountId)
            .Select(g => g.Id)
            .ToListAsync(cancellation);
        return [.. uses.Where(u => !IsInAGuide(u) || u.Id is { } id && seen.Contains(id))];

        static bool IsInAGuide(DirectoryUse use) => use.Kind is DirectoryUseKind.Guide or DirectoryUseKind.Draft;
    }

    /// <summary>The drafts that name an entry, to be written; one that waits to be published stays what was agreed to.</summary>
    public static async Task<IReadOnlyList<(Draft Draft, JsonNode Document, IReadOnlyList<CodePlace> Places)>> DraftsAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string code,
        CancellationToken cancellation
    )
    {
        var quoted = $"\"{code}\"";
        var drafts = await context
            .Drafts.Where(d => d.State == DraftState.Writing && d.Document.Contains(quoted))
            .OrderBy(d => d.Id)
            .ToListAsync(cancellation);
        return
        [
            .. drafts
                .Select(d => (Draft: d, Document: JsonNode.Parse(d.Document)!))
                .Select(d => (d.Draft, d.Document, Places: PlacesOf(d.Document, kind, code)))
                .Where(d => d.Places.Count > 0),
        ];
    }

    private static IReadOnlyList<CodePlace> PlacesOf(JsonNode? document, DirectoryKind kind, string code) =>
        [.. ReplacedReferences.In(document).Where(p => p.Kind == kind && p.Code == code)];

    private static async Task AddGuidesAsync(
        PortalDbContext context,
        DirectoryKind kind,
        string code,
        List<DirectoryUse> uses,
        CancellationToken cancellation
    )
    {
        var quoted = $"\"{code}\"";
        var published = await context
            .Guides.Where(g => g.PublishedRevision != null && g.PublishedRevision.Document.Contains(quoted))
            .OrderBy(g => g.Id)
            .Take(Most)
            .Select(g => new { g.Id, g.PublishedRevision!.Document })
            .ToListAsync(cancellation);
        var written = await context
            .Drafts.Where(d => d.Document.Contains(quoted))
            .OrderBy(d => d.GuideId)
            .Take(Most)
            .Select(d => new { Id = d.GuideId, d.Document })
            .ToListAsync(cancellation);
        var submitted = await context
            .Drafts.Join(context.Revisions, d => d.SubmittedRevisionId, r => r.Id, (d, r) => new { Id = d.GuideId, r.Document })
            .Where(r => r.Document.Contains(quoted))
            .OrderBy(r => r.Id)
            .Take(Most)
            .ToListAsync(cancellation);
        var guides = published.Where(g => Names(g.Document)).Select(g => (Kind: DirectoryUseKind.Guide, g.Id)).ToList();
        guides.AddRange(written.Concat(submitted).Where(d => Names(d.Document)).Select(d => (Kind: DirectoryUseKind.Draft, d.Id)).Distinct());
        var ids = guides.Select(g => g.Id).Distinct().ToList();
        var named = await context
            .Guides.Where(g => ids.Contains(g.Id))
            .Select(g => new
            {
                g.Id,
                g.Language,
                g.OccupationId,
            })
            .ToDictionaryAsync(g => g.Id, cancellation);
        var occupations = named.Values.Select(g => g.OccupationId).Distinct().ToList();
        var titles = (
            await context.Set<OccupationTitle>().AsNoTracking().Where(t => occupations.Contains(t.OccupationId)).ToListAsync(cancellation)
        ).ToLookup(t => t.OccupationId);
        uses.AddRange(
            guides.Select(g => new DirectoryUse(g.Kind, g.Id, named[g.Id].Language, NameOf(named[g.Id].OccupationId, named[g.Id].Language)))
        );

        OccupationName? NameOf(int occupation, string language) =>
            (
                titles[occupation].FirstOrDefault(t => t.Language == language)
                ?? titles[occupation].FirstOrDefault(t => t.Language == Languages.Default)
            )
                is { } title
                ? new OccupationName(title.Language, title.Masculine, title.Feminine)
                : null;

        bool Names(string document) => PlacesOf(JsonNode.Parse(document), kind, code).Count > 0;
    }

    private static async Task AddEntriesAsync(PortalDbContext context, string source, List<DirectoryUse> uses, CancellationToken cancellation)
    {
        foreach (var (kind, code) in await CitingAsync(context, source, cancellation))
        {
            uses.Add(new DirectoryUse(DirectoryUseKind.Entry, Directory: kind, Code: code));
        }

        var quoted = $"\"{source}\"";
        var releases = await context
            .Releases.Where(r => r.State != ReleaseState.Published && r.State != ReleaseState.Cancelled)
            .Where(r => r.Items.Any(i => i.Document != null && i.Document.Contains(quoted)))
            .OrderBy(r => r.Id)
            .Take(Most)
            .Select(r => new { r.Id, r.Name })
            .ToListAsync(cancellation);
        uses.AddRange(releases.Select(r => new DirectoryUse(DirectoryUseKind.Release, r.Id, Code: r.Name)));
    }

    /// <summary>The entries that cite a source.</summary>
    public static async Task<IReadOnlyList<(DirectoryKind Kind, string Code)>> CitingAsync(
        PortalDbContext context,
        string source,
        CancellationToken cancellation
    )
    {
        var platforms = await context.Platforms.AsNoTracking().Where(p => p.Source == source).OrderBy(p => p.Code).ToListAsync(cancellation);
        var floors = await context
            .Set<Wages.WageFloor>()
            .AsNoTracking()
            .Where(w => w.Source == source)
            .OrderBy(w => w.From)
            .ToListAsync(cancellation);
        var rates = await context
            .Set<Wages.ExchangeRate>()
            .AsNoTracking()
            .Where(r => r.Source == source)
            .OrderBy(r => r.Currency)
            .ThenBy(r => r.On)
            .ToListAsync(cancellation);
        return
        [
            .. platforms.Select(p => (DirectoryKind.Platform, p.Code)),
            .. floors.Select(w => (DirectoryKind.WageFloor, DirectoryShelves.CodeOf(w.From))),
            .. rates.Select(r => (DirectoryKind.ExchangeRate, DirectoryShelves.CodeOf(r.Currency, r.On))),
        ];
    }
}
