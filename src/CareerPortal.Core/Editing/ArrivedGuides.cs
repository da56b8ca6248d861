using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Lets imported content arrive as a draft where people have written: what they left as it was imported follows the import, what both changed waits
/// in a conflict with the draft's own text standing.
/// </summary>
public sealed class ArrivedGuides : IWrittenGuides
{
    public async Task<IReadOnlyDictionary<int, string?>> FindAsync(PortalDbContext context, CancellationToken cancellation)
    {
        var drafts = context.Set<Draft>();
        var written = await context
            .Guides.Where(g =>
                g.PublishedRevision!.AuthorId != null
                || drafts.Any(d => d.GuideId == g.Id && (d.Sequence > 0 || d.State != DraftState.Writing || g.PublishedRevisionId == null))
                || context.Set<GuideWithdrawal>().Any(w => w.GuideId == g.Id)
            )
            .Select(g => g.Id)
            .ToListAsync(cancellation);
        var imported = await context
            .Revisions.Where(r => written.Contains(r.GuideId) && r.Occasion == RevisionOccasion.Imported)
            .Select(r => new
            {
                r.GuideId,
                r.Number,
                r.Format,
                r.Hash,
            })
            .ToListAsync(cancellation);
        var last = imported.GroupBy(r => r.GuideId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        return written.ToDictionary(id => id, id => last.GetValueOrDefault(id) is { Format: GuideDocuments.Format } r ? r.Hash : null);
    }

    public async Task<int> ArriveAsync(PortalDbContext context, Revision arrived, DateTime nowUtc, CancellationToken cancellation)
    {
        var guideId = arrived.Guide.Id;
        var earlier = await context
            .Revisions.AsNoTracking()
            .Where(r => r.GuideId == guideId && r.Number < arrived.Number)
            .OrderByDescending(r => r.Number)
            .Select(r => new
            {
                r.Id,
                r.Format,
                r.Document,
                r.AuthorId,
                r.Occasion,
            })
            .ToListAsync(cancellation);
        var held = await context.Drafts.Include(d => d.Guide).SingleOrDefaultAsync(d => d.GuideId == guideId, cancellation);
        var shown = earlier.Find(r => r.Id == arrived.Guide.PublishedRevisionId) ?? earlier.FirstOrDefault();
        var before = shown is null ? DraftStart.Empty : Revision.Read(shown.Id, shown.Format, shown.Document);
        var draft = held ?? Draft.Of(arrived.Guide, before, shown?.Id, nowUtc, null);

        // Where nothing was imported before, the draft stays as it is, and the import can be looked at among the revisions.
        var other = DraftContent.PlainOf(arrived.Read());
        var last = earlier.Find(r => r.Occasion == RevisionOccasion.Imported);
        var first = last is null ? other : DraftContent.PlainOf(Revision.Read(last.Id, last.Format, last.Document));
        var content = DraftContent.Of(draft);
        var merge = DraftMerge.Of(first, content, other);
        var changed = DraftSteps.Between(content.Named, merge.Named);
        var writer = draft.ChangedById ?? earlier.Find(r => r.AuthorId is not null)?.AuthorId;
        if (held is null)
        {
            context.Add(draft);
            await context.SaveChangesAsync(cancellation);
        }

        if (changed.Count > 0)
        {
            draft.Replace(merge.Named.ToJsonString(), nowUtc, draft.ChangedById);
        }

        // A conflict needs two people: where nobody has written the import is the only text.
        var open = await context.DraftConflicts.Where(c => c.DraftId == draft.Id && c.Choice == null).ToListAsync(cancellation);
        var fresh = writer is null ? [] : DraftConflicts.Fresh(merge.Conflicts, open);
        if (writer is { } somebody)
        {
            DraftConflicts.Keep(context, draft, fresh, somebody, draft.ChangedById, nowUtc);
        }

        AuditTrail.Record(context, nowUtc, null, "guide.arrive", "guide", $"{guideId}", [.. changed.Select(c => c.Path).Distinct()], arrived.Author);
        await context.SaveChangesAsync(cancellation);
        return fresh.Count;
    }
}
