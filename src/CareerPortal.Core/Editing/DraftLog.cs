using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;

namespace CareerPortal.Editing;

/// <summary>Lets a draft take another state, as edits that whoever has it open will see.</summary>
internal static class DraftLog
{
    /// <summary>With more edits than that whoever has the draft open reads it anew.</summary>
    private const int MostSteps = 200;

    /// <summary>Takes it; tells what the draft lost by it where it was on its way to readers.</summary>
    public static async Task<DraftFall?> TakeAsync(
        PortalDbContext context,
        Draft draft,
        JsonObject named,
        IReadOnlyList<DraftChange> steps,
        List<DraftConflict> open,
        Guid accountId,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        if (steps.Count <= MostSteps && steps.All(s => DraftAddress.Parse(s.Path) is not null))
        {
            var tree = DraftTree.Parse(draft.Document);
            var author = new DraftWriter.Author(accountId, Guid.CreateVersion7(), draft.Sequence);
            var writer = new DraftWriter(context, draft, tree, open, author, nowUtc);
            foreach (var step in steps)
            {
                await writer.ApplyAsync(step, cancellation);
            }

            return draft.Write(Json.Write(tree.Document), nowUtc, accountId);
        }

        return draft.Replace(Json.Write(named), nowUtc, accountId);
    }

    /// <summary>Writes down that a draft is no longer on its way to readers, with the hour that was lost.</summary>
    public static void RecordFall(PortalDbContext context, int guideId, DraftFall? fall, Guid accountId, DateTime nowUtc)
    {
        if (fall is not null)
        {
            AuditTrail.Record(
                context,
                nowUtc,
                accountId,
                fall.PublishAtUtc is null ? "draft.reopen" : "draft.unplan",
                "guide",
                $"{guideId}",
                reason: fall.PublishAtUtc is { } at ? $"{at:yyyy-MM-dd HH:mm}Z" : null
            );
        }
    }
}
