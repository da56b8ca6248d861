using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Guides;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

public sealed partial class EditorialDesk
{
    /// <summary>
    /// Brings a revision back into the draft, as edits that others see. Where the draft has been written on since its base, both are brought
    /// together, and what both changed stands in conflicts until somebody chooses. The history tells of it by a revision of its own.
    /// </summary>
    public Task<DeskResult<Restoration>> RestoreAsync(Actor actor, int guideId, int revisionId, Guid draftVersion, CancellationToken cancellation) =>
        RestoreAsync(
            actor,
            guideId,
            revisionId,
            draftVersion,
            RevisionOccasion.Restored,
            (draft, content, earlier, first) =>
            {
                var merge = DraftMerge.Of(first ?? content.Plain, content, earlier);
                return (merge.Named, merge.Conflicts);
            },
            cancellation
        );

    /// <summary>Puts one place of a revision back into the draft, wherever its item stands now.</summary>
    public Task<DeskResult<Restoration>> RestoreFieldAsync(
        Actor actor,
        int guideId,
        int revisionId,
        RestoredField field,
        Guid draftVersion,
        CancellationToken cancellation
    ) =>
        RestoreAsync(
            actor,
            guideId,
            revisionId,
            draftVersion,
            RevisionOccasion.FieldRestored,
            (draft, content, earlier, first) =>
                (
                    field.Kind switch
                    {
                        FieldChangeKind.Added => FieldRestoration.Remove(content.Named, field.Path),
                        FieldChangeKind.Moved => FieldRestoration.Order(content.Named, earlier, field.Path),
                        _ => FieldRestoration.Restore(content.Named, earlier, field.Path),
                    },
                    []
                ),
            cancellation
        );

    /// <summary>Keeps the draft as a revision that matters, with its name.</summary>
    public Task<DeskResult<Submission>> SaveRevisionAsync(
        Actor actor,
        int guideId,
        Guid draftVersion,
        string? name,
        CancellationToken cancellation
    ) =>
        RunAsync<Submission>(
            actor,
            guideId,
            GuideAction.Edit,
            async (context, token) =>
            {
                if (TypedText.Clean(name, Account.NameMaxLength) is not { } called)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (await DraftAsync(context, guideId, token) is not { } draft)
                {
                    return new(DeskAnswer.NotNow);
                }

                var content = DraftContent.Of(draft);
                if (content.Unreadable.Count > 0)
                {
                    return new(DeskAnswer.HasFaults, new Submission(0, content.Unreadable));
                }

                var last = await context.Revisions.Where(r => r.GuideId == guideId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(token);
                if (
                    last is { Occasion: RevisionOccasion.Saved }
                    && last.AuthorId == actor.AccountId
                    && content.Is(last)
                    && await context.RevisionNames.AnyAsync(n => n.RevisionId == last.Id && n.Name == called, token)
                )
                {
                    return new(DeskAnswer.DoneBefore, new Submission(last.Id, []));
                }

                if (draft.Version != draftVersion)
                {
                    return new(DeskAnswer.Stale);
                }

                var signature = new RevisionSignature("", actor.AccountId, RevisionOccasion.Saved);
                var revision = await AddRevisionAsync(context, draft.Guide, content.Document, signature, token);
                context.Add(NameOf(revision.Id, called, actor));
                draft.Touch();
                Record(context, actor, "guide.revision.save", guideId, [RevisionField(revision.Id)], called);
                return new(DeskAnswer.Done, new Submission(revision.Id, []));
            },
            cancellation
        );

    /// <summary>Names a revision that matters, or takes its name away.</summary>
    public Task<DeskResult<string>> NameAsync(Actor actor, int guideId, int revisionId, string? name, CancellationToken cancellation) =>
        RunAsync<string>(
            actor,
            guideId,
            GuideAction.Edit,
            async (context, token) =>
            {
                if (!await context.Revisions.AnyAsync(r => r.Id == revisionId && r.GuideId == guideId, token))
                {
                    return new(DeskAnswer.NotFound);
                }

                var called = TypedText.Clean(name, Account.NameMaxLength);
                var held = await context.RevisionNames.SingleOrDefaultAsync(n => n.RevisionId == revisionId, token);
                if (held?.Name == called)
                {
                    return new(DeskAnswer.DoneBefore, called);
                }

                if (called is null)
                {
                    context.Remove(held!);
                }
                else if (held is null)
                {
                    context.Add(NameOf(revisionId, called, actor));
                }
                else
                {
                    (held.Name, held.AccountId, held.AtUtc) = (called, actor.AccountId, Now);
                }

                Record(context, actor, "guide.revision.name", guideId, [RevisionField(revisionId)], called);
                return new(DeskAnswer.Done, called);
            },
            cancellation
        );

    private Task<DeskResult<Restoration>> RestoreAsync(
        Actor actor,
        int guideId,
        int revisionId,
        Guid draftVersion,
        RevisionOccasion occasion,
        Func<Draft, DraftContent, JsonObject, JsonObject?, (JsonObject? Named, IReadOnlyList<MergeConflict> Conflicts)> change,
        CancellationToken cancellation
    ) =>
        RunAsync<Restoration>(
            actor,
            guideId,
            GuideAction.Restore,
            async (context, token) =>
            {
                var revision = await context.Revisions.SingleOrDefaultAsync(r => r.Id == revisionId && r.GuideId == guideId, token);
                if (revision is null)
                {
                    return new(DeskAnswer.NotFound);
                }

                var held = await DraftAsync(context, guideId, token);
                var draft = held ?? await DraftStart.OfAsync(context, guideId, actor.AccountId, Now, token);
                var content = DraftContent.Of(draft);
                var first = draft.BaseRevisionId is { } id ? PlainOf(await context.Revisions.SingleAsync(r => r.Id == id, token)) : null;
                var earlier = PlainOf(revision)!;
                var (named, conflicts) = change(draft, content, earlier, first);
                if (named is null)
                {
                    return new(DeskAnswer.Invalid);
                }

                var open = held is null ? [] : await context.DraftConflicts.Where(c => c.DraftId == draft.Id && c.Choice == null).ToListAsync(token);
                var fresh = DraftConflicts.Fresh(conflicts, open);
                var steps = DraftSteps.Between(content.Named, named);
                if (steps.Count == 0 && fresh.Count == 0)
                {
                    return new(DeskAnswer.DoneBefore, new Restoration(draft.Version, open.Count));
                }

                if ((held?.Version ?? Guid.Empty) != draftVersion)
                {
                    return new(DeskAnswer.Stale);
                }

                if (held is null)
                {
                    context.Add(draft);
                    await context.SaveChangesAsync(token);
                }

                var fall = await DraftLog.TakeAsync(context, draft, named, steps, open, actor.AccountId, Now, token);
                DraftLog.RecordFall(context, guideId, fall, actor.AccountId, Now);
                DraftConflicts.Keep(context, draft, fresh, actor.AccountId, draft.ChangedById, Now);

                // What stood there stays in the history before it, what stands there now after it.
                var signature = new RevisionSignature("", actor.AccountId, occasion, RestoredFrom: revision.Number);
                await AddRevisionAsync(context, draft.Guide, DraftContent.Of(draft).Document, signature, token);
                var action = occasion == RevisionOccasion.Restored ? "guide.restore" : "guide.restore.field";
                Record(context, actor, action, guideId, [.. steps.Select(s => s.Path).Distinct()], $"{revision.Number}");
                return new(DeskAnswer.Done, new Restoration(draft.Version, open.Count + fresh.Count));
            },
            cancellation
        );

    private RevisionName NameOf(int revisionId, string name, Actor actor) =>
        new()
        {
            RevisionId = revisionId,
            Name = name,
            AccountId = actor.AccountId,
            AtUtc = Now,
        };
}
