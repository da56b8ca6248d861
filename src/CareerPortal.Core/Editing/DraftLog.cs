using System.Text.Json.Nodes;
using CareerPortal.Data;

namespace CareerPortal.Editing;

/// <summary>Lets a draft take another state, as edits that whoever has it open will see.</summary>
internal static class DraftLog
{
    public static void Take(
        PortalDbContext context,
        Draft draft,
        JsonObject named,
        IReadOnlyList<DraftChange> steps,
        Guid accountId,
        DateTime nowUtc
    )
    {
        var tab = Guid.CreateVersion7();
        foreach (var step in steps)
        {
            context.Add(
                new DraftEdit
                {
                    DraftId = draft.Id,
                    Sequence = ++draft.Sequence,
                    TabId = tab,
                    AccountId = accountId,
                    AtUtc = nowUtc,
                    Kind = step.Kind,
                    Path = step.Path,
                    Before = step.Before?.ToJsonString(),
                    After = step.After?.ToJsonString(),
                }
            );
        }

        draft.Document = Json.TextOf(named);
        (draft.ChangedUtc, draft.ChangedById) = (nowUtc, accountId);
        draft.Touch();
    }
}
