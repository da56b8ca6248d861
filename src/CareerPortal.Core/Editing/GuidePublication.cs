using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Shows a revision to readers: the one way, whether somebody publishes it, its hour has come, or a release takes it along. It writes nothing by
/// itself; whoever calls saves.
/// </summary>
internal static class GuidePublication
{
    /// <summary>
    /// Publishes a revision of a guide, and lets its draft begin anew from it. The revision must be one that was approved: whoever calls has asked.
    /// </summary>
    public static async Task PublishAsync(
        PortalDbContext context,
        int guideId,
        int revisionId,
        Guid? accountId,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        var guide = await context.Guides.Include(g => g.Mentions).Include(g => g.PublishedRevision).SingleAsync(g => g.Id == guideId, cancellation);
        var revision = await context.Revisions.SingleAsync(r => r.Id == revisionId && r.GuideId == guideId, cancellation);
        guide.Publish(revision, nowUtc);
        var withdrawal = await context.GuideWithdrawals.SingleOrDefaultAsync(w => w.GuideId == guideId, cancellation);
        if (withdrawal is not null)
        {
            context.Remove(withdrawal);
        }

        var draft = await context.Drafts.SingleOrDefaultAsync(d => d.GuideId == guideId, cancellation);
        if (draft is not null && draft.SubmittedRevisionId == revisionId)
        {
            await FollowDaysAsync(context, draft, revision, accountId ?? draft.SubmittedById, nowUtc, cancellation);
            draft.State = DraftState.Writing;
            draft.BaseRevisionId = revisionId;
            (draft.SubmittedRevisionId, draft.SubmittedById, draft.SubmittedUtc) = (null, null, null);
            (draft.ApprovedById, draft.PublishAtUtc, draft.ChangeNote) = (null, null, null);
            draft.Version = Guid.CreateVersion7();
        }

        AuditTrail.Record(context, nowUtc, accountId, "guide.publish", "guide", $"{guideId}", reason: revision.ChangeNote);
    }

    /// <summary>The days that publishing gave to the revision, in the draft too: otherwise it would take them back the next time.</summary>
    private static async Task FollowDaysAsync(
        PortalDbContext context,
        Draft draft,
        Revision revision,
        Guid? accountId,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        var (named, shown) = ((JsonObject)JsonNode.Parse(draft.Document)!, DraftContent.PlainOf(revision.Read()));
        var after = (JsonObject)named.DeepClone();
        foreach (var day in new[] { "publishedOn", "updatedOn" })
        {
            if (shown[day] is { } value)
            {
                after[day] = value.DeepClone();
            }
        }

        var steps = DraftSteps.Between(named, after);
        if (steps.Count > 0 && accountId is { } account)
        {
            var open = await context.DraftConflicts.Where(c => c.DraftId == draft.Id && c.Choice == null).ToListAsync(cancellation);
            await DraftLog.TakeAsync(context, draft, after, steps, open, account, nowUtc, cancellation);
        }
    }
}
