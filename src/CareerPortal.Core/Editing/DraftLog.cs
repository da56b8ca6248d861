using System.Text.Json.Nodes;
using CareerPortal.Data;

namespace CareerPortal.Editing;

/// <summary>Lets a draft take another state, as edits that whoever has it open will see.</summary>
internal static class DraftLog
{
    /// <summary>With more edits than that whoever has the draft open reads it anew.</summary>
    private const int MostSteps = 200;

    public static async Task TakeAsync(
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

            draft.Write(Json.Write(tree.Document), nowUtc, accountId);
            return;
        }

        draft.Replace(Json.Write(named), nowUtc, accountId);
    }
}
