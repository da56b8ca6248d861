using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>The guides as colleagues see them: the list of all, and what waits for whom.</summary>
public sealed class GuideBoard(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int OnePage = 30;

    /// <summary>What a part of the dashboard shows at most; the list shows the rest.</summary>
    public const int MostWaiting = 20;

    private const int MostPeople = 500;

    /// <summary>The guides that somebody may see and that a filter lets through, by address and language.</summary>
    public async Task<DeskResult<GuidePageOf>> ListAsync(Actor actor, GuideFilter filter, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var guides = Filtered(context, GuideAccess.SeenBy(context, context.Guides.AsNoTracking(), role, actor.AccountId), filter);
        var all = await guides.CountAsync(cancellation);
        var pages = Math.Max(1, (all + OnePage - 1) / OnePage);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await LinesAsync(context, guides.OrderBy(g => g.Slug).ThenBy(g => g.Id).Skip((shown - 1) * OnePage).Take(OnePage), cancellation);
        return new(DeskAnswer.Done, new GuidePageOf(lines, all, shown, pages));
    }

    /// <summary>What waits for somebody: what came back, what is to be read, what may be published, what they are writing.</summary>
    public async Task<DeskResult<Waiting>> WaitingAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var me = actor.AccountId;
        var isReader = role >= AccountRole.Reviewer;
        var mine = context.Guides.Where(g =>
            context.Set<GuideCare>().Any(c => c.GuideId == g.Id && c.OwnerId == me)
            || context.Set<GuideMember>().Any(m => m.GuideId == g.Id && m.AccountId == me)
        );
        var drafts = context.Set<Draft>();
        var unchanged = UnchangedDrafts.In(context);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new(
            DeskAnswer.Done,
            new Waiting
            {
                Returned = await PartAsync(
                    context.Guides.Where(g =>
                        drafts.Any(d =>
                            d.GuideId == g.Id
                            && d.State == DraftState.Writing
                            && d.SubmittedById == me
                            && d.SubmittedRevisionId == null
                            && d.SubmittedUtc != null
                        )
                    )
                ),
                ToReview = isReader
                    ? await PartAsync(
                        context.Guides.Where(g => drafts.Any(d => d.GuideId == g.Id && d.State == DraftState.InReview && d.SubmittedById != me))
                    )
                    : [],
                ToPublish = isReader
                    ? await PartAsync(context.Guides.Where(g => drafts.Any(d => d.GuideId == g.Id && d.State == DraftState.Approved)))
                    : [],
                InReview = await PartAsync(
                    context.Guides.Where(g =>
                        drafts.Any(d =>
                            d.GuideId == g.Id && d.State != DraftState.Writing && d.State != DraftState.Scheduled && d.SubmittedById == me
                        )
                    )
                ),
                Writing = await PartAsync(
                    context.Guides.Where(g =>
                        drafts.Any(d =>
                            d.GuideId == g.Id
                            && d.State == DraftState.Writing
                            && d.ChangedById == me
                            && (d.SubmittedById != me || d.SubmittedRevisionId != null || d.SubmittedUtc == null)
                        ) && !unchanged.Any(d => d.GuideId == g.Id)
                    )
                ),
                Scheduled = await PartAsync(context.Guides.Where(g => drafts.Any(d => d.GuideId == g.Id && d.State == DraftState.Scheduled))),
                Due = await PartAsync(mine.Where(g => context.Set<GuideCare>().Any(c => c.GuideId == g.Id && c.DueOn != null && c.DueOn <= today))),
            }
        );

        Task<IReadOnlyList<GuideLine>> PartAsync(IQueryable<Guide> guides) =>
            LinesAsync(
                context,
                GuideAccess.SeenBy(context, guides.AsNoTracking(), role, me).OrderBy(g => g.Slug).ThenBy(g => g.Id).Take(MostWaiting),
                cancellation
            );
    }

    /// <summary>Those who may be given a guide, by name.</summary>
    public async Task<DeskResult<IReadOnlyList<Colleague>>> ColleaguesAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        return new(
            DeskAnswer.Done,
            await context
                .Accounts.Where(a => a.State == AccountState.Active)
                .OrderBy(a => a.DisplayName)
                .ThenBy(a => a.Id)
                .Take(MostPeople)
                .Select(a => new Colleague(a.Id, a.DisplayName))
                .ToListAsync(cancellation)
        );
    }

    /// <summary>Who looks after a guide, who writes on it too, and until when it is to be read again.</summary>
    public async Task<DeskResult<CareSheet>> CareAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Assign, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var care = await context.GuideCare.AsNoTracking().SingleOrDefaultAsync(c => c.GuideId == guideId, cancellation);
        var members = await context
            .GuideMembers.Where(m => m.GuideId == guideId)
            .OrderBy(m => m.AccountId)
            .Select(m => m.AccountId)
            .ToListAsync(cancellation);
        return new(DeskAnswer.Done, new CareSheet(care?.OwnerId, care?.DueOn, members, care?.Version ?? Guid.Empty));
    }

    private static IQueryable<Guide> Filtered(PortalDbContext context, IQueryable<Guide> guides, GuideFilter filter)
    {
        if (filter.Language is { } language)
        {
            guides = guides.Where(g => g.Language == language);
        }

        if (filter.Kind is { } kind)
        {
            guides = guides.Where(g => g.Kind == kind);
        }

        if (filter.OwnerId is { } owner)
        {
            guides = guides.Where(g => context.Set<GuideCare>().Any(c => c.GuideId == g.Id && c.OwnerId == owner));
        }

        if (filter.WithoutOwner)
        {
            guides = guides.Where(g => !context.Set<GuideCare>().Any(c => c.GuideId == g.Id && c.OwnerId != null));
        }

        if (filter.Text is { } text)
        {
            guides = guides.Where(g =>
                g.Slug.Contains(text)
                || g.Occupation.Code.Contains(text)
                || g.Occupation.Titles.Any(t => t.Masculine.Contains(text) || t.Feminine.Contains(text))
            );
        }

        var unchanged = UnchangedDrafts.In(context);
        return filter.State switch
        {
            GuideStage.Published => guides.Where(g => g.PublishedRevisionId != null),
            GuideStage.Unpublished => guides.Where(g => g.PublishedRevisionId == null),
            GuideStage.Writing => guides.Where(g =>
                context.Set<Draft>().Any(d => d.GuideId == g.Id && d.State == DraftState.Writing) && !unchanged.Any(d => d.GuideId == g.Id)
            ),
            GuideStage.InReview => guides.Where(g => context.Set<Draft>().Any(d => d.GuideId == g.Id && d.State == DraftState.InReview)),
            GuideStage.Approved => guides.Where(g => context.Set<Draft>().Any(d => d.GuideId == g.Id && d.State == DraftState.Approved)),
            GuideStage.Scheduled => guides.Where(g => context.Set<Draft>().Any(d => d.GuideId == g.Id && d.State == DraftState.Scheduled)),
            _ => guides,
        };
    }

    private static async Task<IReadOnlyList<GuideLine>> LinesAsync(PortalDbContext context, IQueryable<Guide> guides, CancellationToken cancellation)
    {
        var unchanged = UnchangedDrafts.In(context);
        var rows = await guides
            .Select(g => new
            {
                g.Id,
                g.OccupationId,
                g.Occupation.Code,
                g.Language,
                g.Slug,
                g.Kind,
                IsPublished = g.PublishedRevisionId != null,
                g.UpdatedOn,
                g.FirstPublishedOn,
                Draft = context
                    .Set<Draft>()
                    .Where(d => d.GuideId == g.Id)
                    .Select(d => new
                    {
                        d.State,
                        d.ChangedUtc,
                        d.PublishAtUtc,
                    })
                    .FirstOrDefault(),
                IsUnchanged = unchanged.Any(d => d.GuideId == g.Id),
                Owner = context
                    .Set<GuideCare>()
                    .Where(c => c.GuideId == g.Id)
                    .Select(c => context.Set<Account>().Where(a => a.Id == c.OwnerId).Select(a => a.DisplayName).FirstOrDefault())
                    .FirstOrDefault(),
                DueOn = context.Set<GuideCare>().Where(c => c.GuideId == g.Id).Select(c => c.DueOn).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var names = await GuideNames.OfAsync(context, [.. rows.Select(r => (r.OccupationId, r.Language, r.Code))], cancellation);
        return
        [
            .. rows.Select(r => new GuideLine(
                r.Id,
                names[(r.OccupationId, r.Language)],
                r.Language,
                r.Slug,
                r.Kind,
                r.IsPublished,
                r.UpdatedOn ?? r.FirstPublishedOn,
                r.Draft?.State,
                r.IsUnchanged,
                r.Draft?.ChangedUtc,
                r.Draft?.PublishAtUtc,
                r.Owner,
                r.DueOn
            )),
        ];
    }
}
