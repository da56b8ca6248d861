using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// The way of a draft to readers: submitted it is one revision that no longer changes, a second person agrees to it section by section or whole,
/// and only what was agreed to is published. Every call asks the store whether the person still may, refuses what is stale, and does once what is
/// asked twice.
/// </summary>
public sealed partial class EditorialDesk(
    IDbContextFactory<PortalDbContext> contexts,
    QualityCatalogue qualities,
    TimeProvider time,
    IDeskWords? words = null,
    GuideChecker? checker = null
)
{
    private const string GuideKind = "guide";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Submits the draft as it was shown: one immutable revision, which others read and agree to.</summary>
    public Task<DeskResult<Submission>> SubmitAsync(Actor actor, int guideId, Guid draftVersion, string? note, CancellationToken cancellation) =>
        RunAsync<Submission>(
            actor,
            guideId,
            GuideAction.Submit,
            async (context, token) =>
            {
                if (await DraftAsync(context, guideId, token) is not { } draft)
                {
                    return new(DeskAnswer.NotNow);
                }

                var content = DraftContent.Of(draft);
                var submitted = await SubmittedAsync(context, draft, token);
                if (draft.State != DraftState.Writing && draft.SubmittedById == actor.AccountId && content.Is(submitted))
                {
                    return new(DeskAnswer.DoneBefore, new Submission(submitted!.Id, []));
                }

                if (draft.Version != draftVersion)
                {
                    return new(DeskAnswer.Stale);
                }

                if (draft.State != DraftState.Writing && content.Is(submitted))
                {
                    return new(DeskAnswer.NotNow);
                }

                if (await HasConflictsAsync(context, draft.Id, token))
                {
                    return new(DeskAnswer.InConflict);
                }

                var faults = await FaultsAsync(context, draft, content, withWarnings: true, token);
                if (faults.Count > 0)
                {
                    return new(DeskAnswer.HasFaults, new Submission(0, faults));
                }

                var published = await PublishedAsync(context, guideId, token);
                if (published is not null && content.Is(published))
                {
                    return new(DeskAnswer.NotNow);
                }

                var signature = new RevisionSignature("", actor.AccountId, RevisionOccasion.Submitted, Note(note));
                var revision = await AddRevisionAsync(context, draft.Guide, content.Document, signature, token);
                draft.Submit(revision.Id, actor.AccountId, Now);
                Record(context, actor, "guide.submit", guideId, ChangedPaths(published, content.Document), note);
                await TellReviewersAsync(context, draft, actor, token);
                return new(DeskAnswer.Done, new Submission(revision.Id, []));
            },
            cancellation
        );

    /// <summary>Agrees to one section of what was submitted; with the last one of those that changed, to the whole.</summary>
    public Task<DeskResult<DraftState>> ApproveSectionAsync(
        Actor actor,
        int guideId,
        int revisionId,
        string section,
        CancellationToken cancellation
    ) => ApproveAsync(actor, guideId, revisionId, section, cancellation);

    /// <summary>Agrees to all of what was submitted.</summary>
    public Task<DeskResult<DraftState>> ApproveAsync(Actor actor, int guideId, int revisionId, CancellationToken cancellation) =>
        ApproveAsync(actor, guideId, revisionId, null, cancellation);

    /// <summary>Gives what was submitted back to whoever wrote it, with the reason as the first word of a thread.</summary>
    public Task<DeskResult<DraftState>> ReturnAsync(Actor actor, int guideId, int revisionId, string? reason, CancellationToken cancellation) =>
        RunAsync<DraftState>(
            actor,
            guideId,
            GuideAction.Review,
            async (context, token) =>
            {
                if (Note(reason) is not { } why)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (await DraftAsync(context, guideId, token) is not { } draft)
                {
                    return new(DeskAnswer.NotNow);
                }

                if (draft.SubmittedRevisionId is null)
                {
                    return new(await WasReturnedAsync(context, actor, guideId, revisionId, token) ? DeskAnswer.DoneBefore : DeskAnswer.Stale);
                }

                if (draft.SubmittedRevisionId != revisionId)
                {
                    return new(DeskAnswer.Stale);
                }

                draft.Return(Now);
                var thread = new CommentThread
                {
                    GuideId = guideId,
                    Path = "",
                    CreatedUtc = Now,
                };
                thread.Comments.Add(
                    new Comment
                    {
                        AccountId = actor.AccountId,
                        Text = why,
                        AtUtc = Now,
                    }
                );
                context.Add(thread);
                Record(context, actor, "guide.return", guideId, [RevisionField(revisionId)], why);
                await TellAsync(context, draft.SubmittedById, actor, DeskNews.Returned, draft.Guide, token);
                return new(DeskAnswer.Done, draft.State);
            },
            cancellation
        );

    private Task<DeskResult<DraftState>> ApproveAsync(Actor actor, int guideId, int revisionId, string? section, CancellationToken cancellation) =>
        RunAsync<DraftState>(
            actor,
            guideId,
            GuideAction.Review,
            async (context, token) =>
            {
                var draft = await DraftAsync(context, guideId, token);
                if (draft?.SubmittedRevisionId is null)
                {
                    return new(draft is null ? DeskAnswer.NotNow : DeskAnswer.Stale);
                }

                var submitted = await SubmittedAsync(context, draft, token);
                var content = DraftContent.Of(draft);
                if (draft.State == DraftState.Writing || draft.SubmittedRevisionId != revisionId || !content.Is(submitted))
                {
                    return new(DeskAnswer.Stale);
                }

                if (section is not null && !DocumentSections.All.Contains(section))
                {
                    return new(DeskAnswer.Invalid);
                }

                var published = await PublishedAsync(context, guideId, token);
                var changed = DocumentSections.Changed(PlainOf(published), content.Plain);
                var hashes = DocumentSections.HashesOf(content.Plain);
                var held = await context.SectionApprovals.Where(a => a.GuideId == guideId).ToListAsync(token);
                var agreed = section is null ? changed : [section];
                var fresh = agreed
                    .Where(s => !held.Exists(a => a.Section == s && a.AccountId == actor.AccountId && a.ContentHash == hashes[s]))
                    .ToList();
                if (fresh.Count == 0 && (draft.State != DraftState.InReview || section is not null))
                {
                    return new(DeskAnswer.DoneBefore, draft.State);
                }

                if (draft.State != DraftState.InReview && section is null)
                {
                    return new(DeskAnswer.DoneBefore, draft.State);
                }

                // A newer agreement of the same person takes the place of what it held for: the old rows leave first.
                context.RemoveRange(held.Where(a => a.AccountId == actor.AccountId && fresh.Contains(a.Section)));
                await context.SaveChangesAsync(token);
                foreach (var one in fresh)
                {
                    var approval = new SectionApproval
                    {
                        GuideId = guideId,
                        Section = one,
                        ContentHash = hashes[one],
                        AccountId = actor.AccountId,
                        AtUtc = Now,
                    };
                    context.Add(approval);
                    held.Add(approval);
                }

                var isWhole = changed.All(s => held.Exists(a => a.Section == s && a.ContentHash == hashes[s] && a.AccountId != draft.SubmittedById));
                if (isWhole && draft.State == DraftState.InReview)
                {
                    draft.Approve(actor.AccountId);
                    Record(context, actor, "guide.approve", guideId, agreed);
                    await TellAsync(context, draft.SubmittedById, actor, DeskNews.Approved, draft.Guide, token);
                }
                else
                {
                    draft.Touch();
                    Record(context, actor, "guide.approve.section", guideId, agreed);
                }

                return new(DeskAnswer.Done, draft.State);
            },
            cancellation
        );

    private Task<DeskResult<T>> RunAsync<T>(
        Actor actor,
        int guideId,
        GuideAction action,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    ) => DeskWork.RunAsync(contexts, actor, guideId, action, work, cancellation);

    private static Task<Draft?> DraftAsync(PortalDbContext context, int guideId, CancellationToken cancellation) =>
        context.Drafts.Include(d => d.Guide).SingleOrDefaultAsync(d => d.GuideId == guideId, cancellation);

    private static async Task<Revision?> SubmittedAsync(PortalDbContext context, Draft draft, CancellationToken cancellation) =>
        draft.SubmittedRevisionId is { } id ? await context.Revisions.SingleOrDefaultAsync(r => r.Id == id, cancellation) : null;

    private static Task<Revision?> PublishedAsync(PortalDbContext context, int guideId, CancellationToken cancellation) =>
        context.Guides.Where(g => g.Id == guideId).Select(g => g.PublishedRevision).SingleOrDefaultAsync(cancellation);

    private static Task<bool> HasConflictsAsync(PortalDbContext context, int draftId, CancellationToken cancellation) =>
        context.DraftConflicts.AnyAsync(c => c.DraftId == draftId && c.Choice == null, cancellation);

    private static async Task<bool> WasReturnedAsync(
        PortalDbContext context,
        Actor actor,
        int guideId,
        int revisionId,
        CancellationToken cancellation
    )
    {
        var id = Id(guideId);
        var last = await context
            .AuditEntries.AsNoTracking()
            .Where(e => e.ObjectKind == GuideKind && e.ObjectId == id && e.Action == "guide.return")
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellation);
        return last?.AccountId == actor.AccountId && last.Fields.Contains(RevisionField(revisionId));
    }

    /// <summary>What keeps a draft from going on: what cannot be read, errors, and where it is submitted warnings that nobody passed over.</summary>
    private async Task<IReadOnlyList<GuideFault>> FaultsAsync(
        PortalDbContext context,
        Draft draft,
        DraftContent content,
        bool withWarnings,
        CancellationToken cancellation
    )
    {
        if (content.Unreadable.Count > 0)
        {
            return content.Unreadable;
        }

        var known = checker is null
            ? await StoreCodes.ReadAsync(context, qualities, bringsMinimumWage: false, cancellation)
            : await checker.KnownAsync(
                await context.Occupations.Where(o => o.Id == draft.Guide.OccupationId).Select(o => (StudyLevel?)o.Studies).SingleAsync(cancellation),
                cancellation
            );
        var found = GuideRules.Check(content.Document, draft.Guide.Language, known);
        if (!withWarnings)
        {
            return [.. found.Where(f => f.Severity == FaultSeverity.Error)];
        }

        var passed = await context.PassedWarnings.AsNoTracking().Where(p => p.GuideId == draft.GuideId).ToListAsync(cancellation);
        return
        [
            .. found.Where(f =>
                f.Severity == FaultSeverity.Error
                || WarningPlace(content, f.Path) is var (path, hash)
                    && !passed.Exists(p => p.Rule == f.Kind.ToString() && p.Path == path && p.ContentHash == hash)
            ),
        ];
    }

    private async Task<Revision> AddRevisionAsync(
        PortalDbContext context,
        Guide guide,
        GuideDocument document,
        RevisionSignature signature,
        CancellationToken cancellation
    )
    {
        var last = await context.Revisions.Where(r => r.GuideId == guide.Id).MaxAsync(r => (int?)r.Number, cancellation) ?? 0;
        var revision = Revision.Of(guide, last + 1, document, signature, Now);
        context.Add(revision);
        await context.SaveChangesAsync(cancellation);
        return revision;
    }

    private void Record(
        PortalDbContext context,
        Actor? actor,
        string action,
        int guideId,
        IReadOnlyList<string>? fields = null,
        string? reason = null
    ) => AuditTrail.Record(context, Now, actor?.AccountId, action, GuideKind, Id(guideId), fields, reason);

    private static string Id(int guideId) => guideId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string RevisionField(int revisionId) => $"revision:{revisionId}";

    /// <summary>A note as it is kept: cleaned, and no longer than it may be; null where nothing was written.</summary>
    private static string? Note(string? typed) => TypedText.Clean(typed, Revision.NoteMaxLength);

    private static JsonObject? PlainOf(Revision? revision) => revision is null ? null : DraftContent.PlainOf(revision.Read());

    private static IReadOnlyList<string> ChangedPaths(Revision? before, GuideDocument after) =>
        [.. DocumentDifference.Between(PlainOf(before), DraftContent.PlainOf(after)).Fields.Select(f => f.Path)];
}
