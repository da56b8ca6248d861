using CareerPortal.Data;

namespace CareerPortal.Editing;

/// <summary>Keeps what waits for a choice, each once.</summary>
internal static class DraftConflicts
{
    /// <summary>Those that do not wait already.</summary>
    public static IReadOnlyList<MergeConflict> Fresh(IReadOnlyList<MergeConflict> conflicts, IReadOnlyList<DraftConflict> open) =>
        [.. conflicts.Where(c => !open.Any(o => o.Path == c.Path && o.Mine == c.Mine?.ToJsonString()))];

    /// <summary>What came second waits, under the name of whoever brought it.</summary>
    public static void Keep(
        PortalDbContext context,
        Draft draft,
        IReadOnlyList<MergeConflict> conflicts,
        Guid mineById,
        Guid? theirsById,
        DateTime nowUtc
    )
    {
        foreach (var conflict in conflicts)
        {
            context.Add(
                new DraftConflict
                {
                    DraftId = draft.Id,
                    Path = conflict.Path,
                    Base = conflict.Base?.ToJsonString(),
                    Mine = conflict.Mine?.ToJsonString(),
                    Theirs = conflict.Theirs?.ToJsonString(),
                    MineById = mineById,
                    TheirsById = theirsById,
                    CreatedUtc = nowUtc,
                }
            );
        }
    }
}
