using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Translates guides side by side with their originals: what is missing, what the original has changed since, and until where somebody held the two
/// against each other. The original is the guide in the portal's first language as readers see it; texts are written into drafts.
/// </summary>
public sealed class TranslationDesk(IDbContextFactory<PortalDbContext> contexts, DraftDesk drafts, TimeProvider time)
{
    /// <summary>How many fields are named in the audit.</summary>
    private const int MostTold = 50;

    private static readonly IReadOnlyList<string> Parts = [.. GuideForm.Sections.SelectMany(s => s.Fields).Select(f => f.Path!)];

    /// <summary>The languages that an original has and could have.</summary>
    public async Task<DeskResult<OriginalView>> OriginalAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.See, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        var guide = await context.Guides.AsNoTracking().Include(g => g.Occupation.Titles).SingleAsync(g => g.Id == guideId, cancellation);
        if (guide.Language != Languages.Default)
        {
            return new(DeskAnswer.NotNow);
        }

        var role = await AccountGate.RoleOfAsync(context, actor, cancellation) ?? AccountRole.Author;
        var held = await GuideAccess
            .SeenBy(context, context.Guides.Where(g => g.OccupationId == guide.OccupationId && g.Id != guideId), role, actor.AccountId)
            .Select(g => new TranslationChoice(g.Language, g.Id, g.PublishedRevisionId != null))
            .ToListAsync(cancellation);
        var choices = Languages
            .All.Where(l => l != Languages.Default)
            .Select(l => held.Find(h => h.Language == l) ?? new TranslationChoice(l, null, false));
        return new(DeskAnswer.Done, new OriginalView(guideId, NameOf(guide.Occupation.Titles, Languages.Default), [.. choices]));
    }

    /// <summary>A translation beside its original; not now where it is an original itself, or where readers see no original.</summary>
    public async Task<DeskResult<TranslationView>> ReadAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Translate, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        if (await SidesAsync(context, guideId, cancellation) is not { } sides)
        {
            return new(DeskAnswer.NotNow);
        }

        var draft = await drafts.ReadAsync(actor, guideId, cancellation);
        if (draft.Value is not { } open)
        {
            return new(draft.Answer);
        }

        return new(
            DeskAnswer.Done,
            new TranslationView(
                guideId,
                sides.Language,
                sides.Name,
                sides.OriginalGuideId,
                sides.Current.Id,
                sides.Current.Number,
                open.Sequence,
                open.Conflicts.Count,
                TranslationTable.Of(sides.Original, open.Document, sides.Held)
            )
        );
    }

    /// <summary>
    /// Begins a translation: a guide that readers do not see yet, whose draft has the original's numbers, codes and days, and no text. Where there is
    /// one already, that one.
    /// </summary>
    public async Task<DeskResult<int>> StartAsync(Actor actor, int originalId, string language, CancellationToken cancellation)
    {
        if (!Languages.Knows(language) || language == Languages.Default)
        {
            return new(DeskAnswer.Invalid);
        }

        await using var strategyContext = await contexts.CreateDbContextAsync(cancellation);
        return await strategyContext
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(token => BeginAsync(actor, originalId, language, token), cancellation);
    }

    /// <summary>
    /// Writes texts into the draft and notes that they were held against a revision of the original. What a colleague changed meanwhile is not
    /// written over: both texts are kept until somebody chooses. The same tab and number count once.
    /// </summary>
    public async Task<DeskResult<DraftReceipt>> WriteAsync(
        Actor actor,
        int guideId,
        Guid tabId,
        int originalRevisionId,
        IReadOnlyList<TranslatedText> texts,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Translate, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        var written = texts.Where(t => (t.Before ?? "") != t.After).ToList();
        if (written.Count == 0)
        {
            return new(DeskAnswer.DoneBefore);
        }

        var open = await drafts.OpenAsync(actor, guideId, tabId, cancellation);
        if (open.Value is not { } draft)
        {
            return new(open.Answer);
        }

        if (written.Exists(t => !Holds(draft.Document, t.DraftPath)))
        {
            // The draft was begun only now, and its items have other names than the page was shown with: they are found by the original's.
            if (await SidesAsync(context, guideId, cancellation) is not { } sides || sides.Current.Id != originalRevisionId)
            {
                return new(DeskAnswer.Stale);
            }

            var places = TranslationTable
                .Of(sides.Original, draft.Document, sides.Held)
                .SelectMany(s => s.Fields)
                .ToDictionary(f => f.Path, f => f.DraftPath, StringComparer.Ordinal);
            written =
            [
                .. written.Select(t => Holds(draft.Document, t.DraftPath) ? t : t with { DraftPath = places.GetValueOrDefault(t.Path) ?? "" }),
            ];
            if (written.Exists(t => t.DraftPath.Length == 0))
            {
                return new(DeskAnswer.Stale);
            }
        }

        var applied = await ApplyAsync(
            actor,
            draft,
            tabId,
            [.. written.Select(t => new DraftChange(DraftEditKind.Set, t.DraftPath, ValueOf(t.Before), ValueOf(t.After)))],
            cancellation
        );
        if (applied.IsDone)
        {
            var paths = written.Where(t => t.After.Length > 0).Select(t => t.Path).ToList();
            await MarkAsync(actor, guideId, originalRevisionId, paths, cancellation);
        }

        return applied;
    }

    /// <summary>
    /// Gives a section of the draft the original's items, numbers, codes and days; texts stay with their items.
    /// </summary>
    public async Task<DeskResult<DraftReceipt>> AlignAsync(
        Actor actor,
        int guideId,
        Guid tabId,
        int originalRevisionId,
        string section,
        CancellationToken cancellation
    )
    {
        if (GuideForm.Sections.FirstOrDefault(s => s.Id == section && s.Id != GuideForm.Card) is not { } form)
        {
            return new(DeskAnswer.Invalid);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Translate, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        if (await SidesAsync(context, guideId, cancellation) is not { } sides)
        {
            return new(DeskAnswer.NotNow);
        }

        if (sides.Current.Id != originalRevisionId)
        {
            return new(DeskAnswer.Stale);
        }

        var open = await drafts.OpenAsync(actor, guideId, tabId, cancellation);
        if (open.Value is not { } draft)
        {
            return new(open.Answer);
        }

        var aligned = TranslationTable.Align(sides.Original, draft.Document, sides.Held, new HashSet<string>([section]));
        var applied = await ApplyAsync(actor, draft, tabId, DraftChanges.Between(draft.Document, aligned), cancellation);
        if (applied.IsDone)
        {
            await MarkAsync(actor, guideId, originalRevisionId, [.. form.Fields.Select(f => f.Path!)], cancellation);
        }

        return applied;
    }

    /// <summary>
    /// Notes that fields of a translation were held against a revision of the original; all of them where none is named.
    /// </summary>
    public async Task<DeskAnswer> MarkAsync(
        Actor actor,
        int guideId,
        int originalRevisionId,
        IReadOnlyList<string>? paths,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Translate, cancellation) is var answer and not DeskAnswer.Done)
        {
            return answer;
        }

        if (paths is { Count: 0 })
        {
            return DeskAnswer.DoneBefore;
        }

        if (await SidesAsync(context, guideId, cancellation) is not { } sides)
        {
            return DeskAnswer.NotNow;
        }

        var shown = await context
            .Revisions.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == originalRevisionId && r.GuideId == sides.OriginalGuideId, cancellation);
        if (shown is null)
        {
            return DeskAnswer.Invalid;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var known = TranslationTable.TextsOf(Plain(shown)).Select(t => t.Path).Concat(Parts).ToHashSet(StringComparer.Ordinal);
        var marked = (paths ?? []).Where(known.Contains).Distinct(StringComparer.Ordinal).ToList();
        if (paths is not null && marked.Count == 0)
        {
            return DeskAnswer.Invalid;
        }

        var held = await context.TranslationBases.SingleOrDefaultAsync(t => t.GuideId == guideId, cancellation);
        if (held is null)
        {
            held = new TranslationBase
            {
                GuideId = guideId,
                OriginalRevisionId = sides.BaseId ?? sides.FirstId,
                Fields = new Dictionary<string, int>(),
                AtUtc = now,
            };
            context.Add(held);
        }

        var documents = new Dictionary<int, JsonObject>(sides.Held.Documents) { [shown.Id] = Plain(shown) };
        var was = StateOf(held);
        held.Mark(marked, paths is null, shown.Id);
        if (shown.Id == sides.Current.Id && IsAllHeld(sides.Original, held, documents))
        {
            held.Mark([], all: true, shown.Id);
        }

        if (held.AccountId == actor.AccountId && StateOf(held) == was && paths is not null)
        {
            // The same click twice.
            return DeskAnswer.DoneBefore;
        }

        (held.AccountId, held.AtUtc, held.Version) = (actor.AccountId, now, Guid.CreateVersion7());
        AuditTrail.Record(context, now, actor.AccountId, "translation.mark", "guide", $"{guideId}", [.. marked.Take(MostTold)]);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return DeskAnswer.Done;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException or DuplicateRowException)
        {
            return DeskAnswer.Stale;
        }
    }

    private async Task<DeskResult<int>> BeginAsync(Actor actor, int originalId, string language, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, originalId, GuideAction.Clone, cancellation) is var answer and not DeskAnswer.Done)
        {
            return new(answer);
        }

        var original = await context
            .Guides.Include(g => g.Occupation)
            .Include(g => g.PublishedRevision)
            .SingleAsync(g => g.Id == originalId, cancellation);
        if (original.Language != Languages.Default || original.PublishedRevision is not { } published)
        {
            return new(DeskAnswer.NotNow);
        }

        if (await HeldAsync(context, original.OccupationId, language, cancellation) is { } there)
        {
            return new(DeskAnswer.DoneBefore, there);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var guide = new Guide
        {
            Occupation = original.Occupation,
            Language = language,
            Slug = await FreeAddressAsync(context, language, original.Slug, cancellation),
        };
        context.AddRange(
            guide,
            new Draft
            {
                Guide = guide,
                Document = TranslationTable.Begin(Plain(published)).ToJsonString(),
                ChangedUtc = now,
                ChangedById = actor.AccountId,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DuplicateRowException)
        {
            // The same click twice, or a colleague's: theirs is as good.
            await transaction.RollbackAsync(cancellation);
            await using var anew = await contexts.CreateDbContextAsync(cancellation);
            return await HeldAsync(anew, original.OccupationId, language, cancellation) is { } other
                ? new(DeskAnswer.DoneBefore, other)
                : new(DeskAnswer.Stale);
        }

        context.AddRange(
            new GuideCare { GuideId = guide.Id, OwnerId = actor.AccountId },
            new TranslationBase
            {
                GuideId = guide.Id,
                OriginalRevisionId = published.Id,
                Fields = new Dictionary<string, int>(),
                AccountId = actor.AccountId,
                AtUtc = now,
            }
        );
        AuditTrail.Record(context, now, actor.AccountId, "translation.start", "guide", $"{guide.Id}", [language]);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(DeskAnswer.Done, guide.Id);
    }

    private static string StateOf(TranslationBase held) =>
        $"{held.OriginalRevisionId} {string.Join(' ', held.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))}";

    private static bool IsAllHeld(JsonObject original, TranslationBase held, Dictionary<int, JsonObject> documents) =>
        documents.TryGetValue(held.OriginalRevisionId, out var document)
        && TranslationTable.OlderIn(original, new TranslationHeld(document, held.Fields, documents)) == 0;

    /// <summary>Whether the items that an address names are in a draft.</summary>
    private static bool Holds(JsonObject draft, string path)
    {
        JsonNode? node = draft;
        foreach (var name in path.Split('.'))
        {
            if (node is JsonArray items)
            {
                node = items.OfType<JsonObject>().FirstOrDefault(i => i[DraftForm.Id]?.GetValue<string>() == name);
                if (node is null)
                {
                    return false;
                }
            }
            else
            {
                node = (node as JsonObject)?[name];
            }
        }

        return true;
    }

    private static JsonValue? ValueOf(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonObject Plain(Revision revision) => (JsonObject)JsonNode.Parse(GuideDocuments.Write(revision.Read()))!;

    private static OccupationName NameOf(IReadOnlyCollection<OccupationTitle> titles, string language)
    {
        var title = titles.FirstOrDefault(t => t.Language == language) ?? titles.First(t => t.Language == Languages.Default);
        return new OccupationName(title.Language, title.Masculine, title.Feminine);
    }

    private static Task<int?> HeldAsync(PortalDbContext context, int occupationId, string language, CancellationToken cancellation) =>
        context.Guides.Where(g => g.OccupationId == occupationId && g.Language == language).Select(g => (int?)g.Id).FirstOrDefaultAsync(cancellation);

    private static async Task<string> FreeAddressAsync(PortalDbContext context, string language, string slug, CancellationToken cancellation)
    {
        for (var number = 1; ; number++)
        {
            var address = number == 1 ? slug : $"{slug}-{number}";
            if (
                !await context.Guides.AnyAsync(g => g.Language == language && g.Slug == address, cancellation)
                && !await context.FormerAddresses.AnyAsync(a => a.Language == language && a.Slug == address, cancellation)
            )
            {
                return address;
            }
        }
    }

    /// <summary>Sends changes, all of them or none.</summary>
    private Task<DeskResult<DraftReceipt>> ApplyAsync(
        Actor actor,
        OpenDraft draft,
        Guid tabId,
        IReadOnlyList<DraftChange> changes,
        CancellationToken cancellation
    ) =>
        changes.Count == 0
            ? Task.FromResult(new DeskResult<DraftReceipt>(DeskAnswer.DoneBefore))
            : drafts.ApplyAllAsync(actor, draft.GuideId, new DraftBatch(tabId, 1, changes, draft.Sequence), cancellation);

    private static async Task<Sides?> SidesAsync(PortalDbContext context, int guideId, CancellationToken cancellation)
    {
        var guide = await context
            .Guides.AsNoTracking()
            .Include(g => g.Occupation.Titles)
            .Include(g => g.PublishedRevision)
            .SingleAsync(g => g.Id == guideId, cancellation);
        if (guide.Language == Languages.Default)
        {
            return null;
        }

        var original = await context
            .Guides.AsNoTracking()
            .Include(g => g.PublishedRevision)
            .SingleOrDefaultAsync(g => g.OccupationId == guide.OccupationId && g.Language == Languages.Default, cancellation);
        if (original?.PublishedRevision is not { } current)
        {
            return null;
        }

        var held = await context.TranslationBases.AsNoTracking().SingleOrDefaultAsync(t => t.GuideId == guideId, cancellation);
        var first = await context.Revisions.Where(r => r.GuideId == original.Id).MinAsync(r => (int?)r.Id, cancellation);
        var baseId = held?.OriginalRevisionId;
        if (held is null && guide.PublishedRevision is { } published)
        {
            // A translation that came in a file follows what was its original then.
            baseId = await context
                .Revisions.Where(r => r.GuideId == original.Id && r.CreatedUtc <= published.CreatedUtc)
                .OrderByDescending(r => r.Id)
                .Select(r => (int?)r.Id)
                .FirstOrDefaultAsync(cancellation);
        }

        var wanted = (held?.Fields.Values ?? []).Append(baseId ?? current.Id).Where(id => id != current.Id).Distinct().ToList();
        var revisions = await context.Revisions.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToListAsync(cancellation);
        var documents = revisions.Append(current).ToDictionary(r => r.Id, Plain);
        return new Sides(
            guide.Language,
            NameOf(guide.Occupation.Titles, Languages.Default),
            original.Id,
            current,
            documents[current.Id],
            baseId,
            first ?? current.Id,
            new TranslationHeld(baseId is { } id ? documents.GetValueOrDefault(id) : null, held?.Fields ?? new Dictionary<string, int>(), documents)
        );
    }

    private sealed record Sides(
        string Language,
        OccupationName Name,
        int OriginalGuideId,
        Revision Current,
        JsonObject Original,
        int? BaseId,
        int FirstId,
        TranslationHeld Held
    );
}
