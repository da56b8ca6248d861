using CareerPortal.Data;

namespace CareerPortal.Editing;

/// <summary>
/// The drafts that say what readers have: begun from the published revision and never written on, or not since that revision was made, which was
/// made from them.
/// </summary>
internal static class UnchangedDrafts
{
    public static IQueryable<Draft> In(PortalDbContext context) =>
        context
            .Set<Draft>()
            .Where(d =>
                d.State == DraftState.Writing
                && d.BaseRevisionId != null
                && d.BaseRevisionId == d.Guide.PublishedRevisionId
                && (d.Sequence == 0 || d.ChangedUtc <= d.Guide.PublishedRevision!.CreatedUtc)
            );
}
