using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>The revisions of a guide and what differs between them, its draft and what readers have; autosaves are not among them.</summary>
public sealed class GuideHistory(IDbContextFactory<PortalDbContext> contexts)
{
    public const int OnePage = 25;

    /// <summary>The revisions, the newest first.</summary>
    public async Task<DeskResult<RevisionPage>> ListAsync(Actor actor, int guideId, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var standing = await StandingAsync(context, guideId, cancellation);
        var all = await context.Revisions.CountAsync(r => r.GuideId == guideId, cancellation);
        var pages = Math.Max(1, (all + OnePage - 1) / OnePage);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await context
            .Revisions.Where(r => r.GuideId == guideId)
            .OrderByDescending(r => r.Number)
            .Skip((shown - 1) * OnePage)
            .Take(OnePage)
            .Select(r => new RevisionLine(
                r.Id,
                r.Number,
                r.AuthorId == null
                    ? r.Author
                    : context.Set<Account>().Where(a => a.Id == r.AuthorId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                r.Occasion,
                r.Note,
                r.ChangeNote,
                r.ChangeKind,
                r.CreatedUtc,
                context.Set<RevisionName>().Where(n => n.RevisionId == r.Id).Select(n => n.Name).FirstOrDefault(),
                r.RestoredFrom
            ))
            .ToListAsync(cancellation);
        return new(DeskAnswer.Done, new RevisionPage(standing, lines, shown, pages));
    }

    /// <summary>How a guide stands: its state, versions and names, for the pages about its draft.</summary>
    public async Task<DeskResult<DraftStanding>> StandingAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation);
        return answer != DeskAnswer.Done ? new(answer) : new(DeskAnswer.Done, await StandingAsync(context, guideId, cancellation));
    }

    /// <summary>How a guide is called, for whoever may begin another one with it.</summary>
    public async Task<DeskResult<OccupationName>> NameAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Clone, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var guide = await context.Guides.Include(g => g.Occupation).SingleAsync(g => g.Id == guideId, cancellation);
        return new(DeskAnswer.Done, await GuideNames.OfAsync(context, guide.OccupationId, guide.Language, guide.Occupation.Code, cancellation));
    }

    /// <summary>The numbers that some of a guide's revisions have among each other.</summary>
    public async Task<DeskResult<IReadOnlyDictionary<int, int>>> NumbersAsync(
        Actor actor,
        int guideId,
        IReadOnlyList<int> revisions,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        return new(
            DeskAnswer.Done,
            await context
                .Revisions.Where(r => r.GuideId == guideId && revisions.Contains(r.Id))
                .ToDictionaryAsync(r => r.Id, r => r.Number, cancellation)
        );
    }

    /// <summary>What differs between two states of a guide; a side that is null is the draft. Not found where one of them is not there.</summary>
    public async Task<DeskResult<Comparison>> CompareAsync(Actor actor, int guideId, int? from, int? to, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var (first, second) = (await SideAsync(context, guideId, from, cancellation), await SideAsync(context, guideId, to, cancellation));
        return first is null || second is null
            ? new(DeskAnswer.NotFound)
            : new(DeskAnswer.Done, Comparison.Of(first.Plain, second, from is not null && to is null));
    }

    /// <summary>What a submitted draft changes for readers: what they have beside the draft, section by section, with who agreed to what.</summary>
    public async Task<DeskResult<ReviewSheet>> ReviewAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var standing = await StandingAsync(context, guideId, cancellation);
        if (await SideAsync(context, guideId, null, cancellation) is not { } draft)
        {
            return new(DeskAnswer.NotNow);
        }

        var published = standing.PublishedRevisionId is { } id ? await SideAsync(context, guideId, id, cancellation) : null;
        var submitted = standing.SubmittedRevisionId is { } sent
            ? await context.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == sent, cancellation)
            : null;
        var hashes = DocumentSections.HashesOf(draft.Content!.Plain);
        var agreed = await context
            .SectionApprovals.AsNoTracking()
            .Where(a => a.GuideId == guideId)
            .OrderBy(a => a.Id)
            .Select(a => new
            {
                a.Section,
                a.ContentHash,
                a.AccountId,
                Name = context.Set<Account>().Where(p => p.Id == a.AccountId).Select(p => p.DisplayName).FirstOrDefault() ?? "",
            })
            .ToListAsync(cancellation);
        var mayReview = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Review, cancellation) == DeskAnswer.Done;
        var mayPublish = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Publish, cancellation) == DeskAnswer.Done;
        return new(
            DeskAnswer.Done,
            new ReviewSheet(
                standing,
                Comparison.Of(published?.Plain, draft, isRestorable: false),
                draft.Content!.Document,
                draft.Content.Unreadable,
                submitted is not null && !draft.Content.Is(submitted),
                [
                    .. DocumentSections
                        .Changed(published?.Plain, draft.Content.Plain)
                        .Select(s => new SectionReview(
                            s,
                            [
                                .. agreed
                                    .Where(a => a.Section == s && a.ContentHash == hashes[s] && a.AccountId != standing.SubmittedById)
                                    .Select(a => a.Name),
                            ],
                            agreed.Exists(a => a.Section == s && a.ContentHash == hashes[s] && a.AccountId == actor.AccountId)
                        )),
                ],
                mayReview,
                mayPublish
            )
        );
    }

    private static async Task<ComparedSide?> SideAsync(PortalDbContext context, int guideId, int? revisionId, CancellationToken cancellation)
    {
        if (revisionId is { } id)
        {
            var revision = await context.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.GuideId == guideId, cancellation);
            return revision is null ? null : new ComparedSide(DraftContent.PlainOf(revision.Read()), null);
        }

        var document = await context.Drafts.Where(d => d.GuideId == guideId).Select(d => d.Document).FirstOrDefaultAsync(cancellation);
        if (document is null)
        {
            return null;
        }

        var content = DraftContent.Of((JsonObject)JsonNode.Parse(document)!);
        return new ComparedSide(content.Chosen(), content);
    }

    private static async Task<DraftStanding> StandingAsync(PortalDbContext context, int guideId, CancellationToken cancellation)
    {
        var guide = await context
            .Guides.Where(g => g.Id == guideId)
            .Select(g => new
            {
                g.OccupationId,
                g.Language,
                g.Slug,
                g.PublishedRevisionId,
                g.PublishedUtc,
                Code = g.Occupation.Code,
            })
            .SingleAsync(cancellation);
        var draft = await context
            .Drafts.AsNoTracking()
            .Where(d => d.GuideId == guideId)
            .Select(d => new
            {
                d.State,
                d.Version,
                d.SubmittedRevisionId,
                d.SubmittedById,
                d.SubmittedUtc,
                d.ApprovedById,
                d.PublishAtUtc,
                d.ChangedUtc,
                Submitter = context.Set<Account>().Where(a => a.Id == d.SubmittedById).Select(a => a.DisplayName).FirstOrDefault(),
                Conflicts = context.Set<DraftConflict>().Count(c => c.DraftId == d.Id && c.Choice == null),
            })
            .SingleOrDefaultAsync(cancellation);
        var isUnchanged = await UnchangedDrafts.In(context).AnyAsync(d => d.GuideId == guideId, cancellation);
        return new DraftStanding
        {
            GuideId = guideId,
            Name = await GuideNames.OfAsync(context, guide.OccupationId, guide.Language, guide.Code, cancellation),
            Language = guide.Language,
            Slug = guide.Slug,
            PublishedRevisionId = guide.PublishedRevisionId,
            State = draft?.State,
            IsUnchanged = isUnchanged,
            Version = draft?.Version ?? Guid.Empty,
            SubmittedRevisionId = draft?.SubmittedRevisionId,
            SubmittedById = draft?.SubmittedById,
            Submitter = draft?.Submitter,
            SubmittedUtc = draft?.SubmittedUtc,
            PublishAtUtc = draft?.PublishAtUtc,
            ChangedUtc = draft?.ChangedUtc,
            Conflicts = draft?.Conflicts ?? 0,
        };
    }
}
