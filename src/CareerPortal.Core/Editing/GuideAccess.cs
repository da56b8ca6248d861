using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Who may do what with which guide: the one place that says so. Authors write on their own guides and on those that nobody looks after;
/// reviewers on all, and they agree to what others submitted; administrators do all, but agree to what they submitted themselves.
/// </summary>
public static class GuideAccess
{
    public static bool May(AccountRole role, Guid accountId, GuideAction action, GuideStanding guide)
    {
        var isTheirs = guide.OwnerId is null || guide.OwnerId == accountId || guide.IsMember;
        return action switch
        {
            GuideAction.See => guide.IsPublished || isTheirs || role >= AccountRole.Reviewer,
            GuideAction.ReadDraft
            or GuideAction.Edit
            or GuideAction.Comment
            or GuideAction.Submit
            or GuideAction.Share
            or GuideAction.Restore
            or GuideAction.Translate => isTheirs || role >= AccountRole.Reviewer,
            GuideAction.Clone => guide.IsPublished || isTheirs || role >= AccountRole.Reviewer,
            GuideAction.Review => role >= AccountRole.Reviewer && guide.SubmittedById != accountId,
            GuideAction.Publish or GuideAction.Assign => role >= AccountRole.Reviewer,
            GuideAction.Withdraw => role >= AccountRole.Administrator,
            _ => false,
        };
    }

    /// <summary>Whether the actor, by the store as it is now, may do something with a guide; not found where they may not even see it.</summary>
    public static async Task<DeskAnswer> AskAsync(
        PortalDbContext context,
        Actor actor,
        int guideId,
        GuideAction action,
        CancellationToken cancellation
    )
    {
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return DeskAnswer.NotAllowed;
        }

        if (await StandingAsync(context, actor.AccountId, guideId, cancellation) is not { } standing)
        {
            return DeskAnswer.NotFound;
        }

        return May(role, actor.AccountId, action, standing) ? DeskAnswer.Done
            : May(role, actor.AccountId, GuideAction.See, standing) ? DeskAnswer.NotAllowed
            : DeskAnswer.NotFound;
    }

    public static Task<GuideStanding?> StandingAsync(PortalDbContext context, Guid accountId, int guideId, CancellationToken cancellation) =>
        context
            .Guides.Where(g => g.Id == guideId)
            .Select(g => new GuideStanding(
                context.Set<GuideCare>().Where(c => c.GuideId == g.Id).Select(c => c.OwnerId).FirstOrDefault(),
                context.Set<GuideMember>().Any(m => m.GuideId == g.Id && m.AccountId == accountId),
                g.PublishedRevisionId != null,
                context.Set<Draft>().Where(d => d.GuideId == g.Id).Select(d => d.SubmittedById).FirstOrDefault()
            ))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>The guides of a query that somebody may see in the workspace's lists.</summary>
    public static IQueryable<Guide> SeenBy(PortalDbContext context, IQueryable<Guide> guides, AccountRole role, Guid accountId) =>
        role >= AccountRole.Reviewer
            ? guides
            : guides.Where(g =>
                g.PublishedRevisionId != null
                || !context.Set<GuideCare>().Any(c => c.GuideId == g.Id && c.OwnerId != null && c.OwnerId != accountId)
                || context.Set<GuideMember>().Any(m => m.GuideId == g.Id && m.AccountId == accountId)
            );
}
