using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Shows to readers what was agreed to of a draft, with what they are told of the change: only a major one renews the day on which the guide last
/// changed.
/// </summary>
internal static class DraftPublication
{
    /// <summary>Publishes the approved revision of a draft, in the transaction of whoever calls.</summary>
    public static async Task PublishAsync(PortalDbContext context, Draft draft, Guid? accountId, DateTime nowUtc, CancellationToken cancellation)
    {
        var approved = await context.Revisions.Include(r => r.Guide).SingleAsync(r => r.Id == draft.SubmittedRevisionId, cancellation);
        var document = approved.Read();
        var today = DateOnly.FromDateTime(nowUtc);
        var shown = document with
        {
            PublishedOn = document.PublishedOn ?? today,
            UpdatedOn = draft.ChangeKind == ChangeKind.Major && document.PublishedOn is not null ? today : document.UpdatedOn,
        };
        if (shown != document || draft.ChangeNote is not null)
        {
            var number = await context.Revisions.Where(r => r.GuideId == draft.GuideId).MaxAsync(r => r.Number, cancellation);
            var signature = new RevisionSignature(
                "",
                draft.SubmittedById,
                RevisionOccasion.Published,
                ChangeNote: draft.ChangeNote,
                ChangeKind: draft.ChangeKind
            );
            var revision = Revision.Of(approved.Guide, number + 1, shown, signature, nowUtc);
            context.Add(revision);
            await context.SaveChangesAsync(cancellation);
            draft.SubmittedRevisionId = revision.Id;
        }

        await GuidePublication.PublishAsync(context, draft.GuideId, draft.SubmittedRevisionId!.Value, accountId, nowUtc, cancellation);
    }
}
