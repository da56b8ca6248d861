using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

public sealed partial class EditorialDesk
{
    /// <summary>
    /// Shows what was approved to readers, with what they are told of it. Nothing is published that is not what was agreed to, word for word; a
    /// major change of a guide that readers have needs a note for them.
    /// </summary>
    public Task<DeskResult<Submission>> PublishAsync(
        Actor actor,
        int guideId,
        int revisionId,
        string? changeNote,
        ChangeKind kind,
        CancellationToken cancellation
    ) =>
        RunAsync<Submission>(
            actor,
            guideId,
            GuideAction.Publish,
            async (context, token) =>
            {
                if (await WasPublishedAsync(context, guideId, revisionId, token) is { } before)
                {
                    return new(DeskAnswer.DoneBefore, new Submission(before, []));
                }

                var (draft, refusal) = await ApprovedAsync(context, guideId, revisionId, changeNote, kind, token);
                if (draft is null)
                {
                    return refusal!;
                }

                (draft.ChangeNote, draft.ChangeKind) = (Note(changeNote), kind);
                var published = await PublishedAsync(context, guideId, token);
                var approved = await context.Revisions.SingleAsync(r => r.Id == revisionId, token);
                Record(context, actor, "guide.release", guideId, ChangedPaths(published, approved.Read()), Note(changeNote));
                await DraftPublication.PublishAsync(context, draft, actor.AccountId, Now, token);
                return new(DeskAnswer.Done, new Submission(draft.BaseRevisionId ?? revisionId, []));
            },
            cancellation
        );

    /// <summary>Lets what was approved go to readers at an hour to come.</summary>
    public Task<DeskResult<Submission>> ScheduleAsync(
        Actor actor,
        int guideId,
        int revisionId,
        DateTime atUtc,
        string? changeNote,
        ChangeKind kind,
        CancellationToken cancellation
    ) =>
        RunAsync<Submission>(
            actor,
            guideId,
            GuideAction.Publish,
            async (context, token) =>
            {
                var (draft, refusal) = await ApprovedAsync(context, guideId, revisionId, changeNote, kind, token);
                if (draft is null)
                {
                    return refusal!;
                }

                if (
                    draft.State == DraftState.Scheduled
                    && draft.PublishAtUtc == atUtc
                    && draft.ChangeNote == Note(changeNote)
                    && draft.ChangeKind == kind
                )
                {
                    return new(DeskAnswer.DoneBefore, new Submission(revisionId, []));
                }

                if (draft.State == DraftState.Scheduled)
                {
                    // Somebody set another hour: it is taken away first, and not written over.
                    return new(DeskAnswer.Stale);
                }

                if (atUtc <= Now)
                {
                    return new(DeskAnswer.Invalid);
                }

                draft.Schedule(atUtc, Note(changeNote), kind);
                Record(context, actor, "guide.schedule", guideId, [RevisionField(revisionId)], $"{atUtc:yyyy-MM-dd HH:mm}Z");
                return new(DeskAnswer.Done, new Submission(revisionId, []));
            },
            cancellation
        );

    /// <summary>Takes the hour away: what was approved waits again.</summary>
    public Task<DeskResult<Submission>> UnscheduleAsync(Actor actor, int guideId, int revisionId, CancellationToken cancellation) =>
        RunAsync<Submission>(
            actor,
            guideId,
            GuideAction.Publish,
            async (context, token) =>
            {
                var draft = await DraftAsync(context, guideId, token);
                if (draft?.SubmittedRevisionId != revisionId)
                {
                    return new(DeskAnswer.Stale);
                }

                if (draft.State != DraftState.Scheduled)
                {
                    return new(draft.State == DraftState.Approved ? DeskAnswer.DoneBefore : DeskAnswer.NotNow, new Submission(revisionId, []));
                }

                draft.Unschedule();
                Record(context, actor, "guide.unschedule", guideId, [RevisionField(revisionId)]);
                return new(DeskAnswer.Done, new Submission(revisionId, []));
            },
            cancellation
        );

    /// <summary>The draft where all stands as it was approved; otherwise why not.</summary>
    private async Task<(Draft? Draft, DeskResult<Submission>? Refusal)> ApprovedAsync(
        PortalDbContext context,
        int guideId,
        int revisionId,
        string? changeNote,
        ChangeKind kind,
        CancellationToken cancellation
    )
    {
        var draft = await DraftAsync(context, guideId, cancellation);
        // Written on since, it is no longer what was agreed to.
        if (draft?.SubmittedRevisionId is null || draft.SubmittedRevisionId != revisionId || draft.State == DraftState.Writing)
        {
            return Refused(DeskAnswer.Stale);
        }

        if (
            draft.State is not (DraftState.Approved or DraftState.Scheduled)
            || draft.ApprovedById is not { } approver
            || approver == draft.SubmittedById
        )
        {
            return Refused(DeskAnswer.NotNow);
        }

        var content = DraftContent.Of(draft);
        if (!content.Is(await SubmittedAsync(context, draft, cancellation)))
        {
            return Refused(DeskAnswer.Stale);
        }

        if (kind == ChangeKind.Major && draft.Guide.PublishedRevisionId is not null && Note(changeNote) is null)
        {
            return Refused(DeskAnswer.Invalid);
        }

        // What it refers to may have gone since it was approved.
        var faults = await FaultsAsync(context, draft, content, withWarnings: false, cancellation);
        return faults.Count > 0 ? (null, new(DeskAnswer.HasFaults, new Submission(revisionId, faults))) : (draft, null);

        static (Draft?, DeskResult<Submission>?) Refused(DeskAnswer answer) => (null, new(answer));
    }

    /// <summary>The revision under which readers have what was submitted as another; null where they do not.</summary>
    internal static async Task<int?> WasPublishedAsync(PortalDbContext context, int guideId, int revisionId, CancellationToken cancellation)
    {
        var published = await PublishedAsync(context, guideId, cancellation);
        var submitted = await context.Revisions.SingleOrDefaultAsync(r => r.Id == revisionId && r.GuideId == guideId, cancellation);
        if (published is null || submitted is null || published.Number < submitted.Number)
        {
            return null;
        }

        var (one, other) = (published.Read(), submitted.Read());
        return
            GuideDocuments.HashOf(one with { PublishedOn = null, UpdatedOn = null })
            == GuideDocuments.HashOf(other with { PublishedOn = null, UpdatedOn = null })
            ? published.Id
            : null;
    }
}
