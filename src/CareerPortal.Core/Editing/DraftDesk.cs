using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.French;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Where drafts are written: each call is one transaction, each change is brought together with what others wrote by field and item, and nothing
/// that somebody typed is lost: it stands in the draft, or in a conflict until somebody chooses.
/// </summary>
public sealed class DraftDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>How long somebody counts as present after the last sign.</summary>
    public static readonly TimeSpan PresentFor = TimeSpan.FromSeconds(30);

    /// <summary>How often a call begins anew where others write at the same moment.</summary>
    private const int MostTurns = 25;

    /// <summary>The log is cut once in so many edits.</summary>
    private const int TrimEvery = 50;

    private const int MostPresent = 50;
    private const int MostFieldsTold = 20;
    private const string ObjectKind = "guide";

    /// <summary>The draft, made from what is published where there is none, and the tab in it.</summary>
    public Task<DeskResult<OpenDraft>> OpenAsync(Actor actor, int guideId, Guid tabId, CancellationToken cancellation) =>
        RetryAsync<OpenDraft>(
            async context =>
            {
                var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation);
                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                if (tabId == Guid.Empty)
                {
                    return new(DeskAnswer.Invalid);
                }

                var now = Now;
                var draft = await context.Drafts.FirstOrDefaultAsync(d => d.GuideId == guideId, cancellation);
                if (draft is null)
                {
                    draft = await BeginAsync(context, guideId, actor.AccountId, now, cancellation);
                    context.Add(draft);
                    AuditTrail.Record(context, now, actor.AccountId, "draft.begin", ObjectKind, $"{guideId}");
                    await context.SaveChangesAsync(cancellation);
                }
                else
                {
                    await ForgetOldAsync(context, draft, now, cancellation);
                }

                var tab = await context.DraftTabs.FirstOrDefaultAsync(t => t.DraftId == draft.Id && t.TabId == tabId, cancellation);
                if (tab is not null && tab.AccountId != actor.AccountId)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (tab is null)
                {
                    tab = NewTab(draft, tabId, actor.AccountId, now);
                    context.Add(tab);
                }

                tab.SeenUtc = now;
                await context.SaveChangesAsync(cancellation);
                return new(DeskAnswer.Done, await ShowAsync(context, draft, tab.LastSequence, cancellation));
            },
            cancellation
        );

    /// <summary>The draft as it stands, or what is published where there is none; nothing is written.</summary>
    public async Task<DeskResult<OpenDraft>> ReadAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation);
        if (answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var draft = await context.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.GuideId == guideId, cancellation);
        if (draft is not null)
        {
            return new(DeskAnswer.Done, await ShowAsync(context, draft, 0, cancellation));
        }

        var shown = await ShowAsync(context, await BeginAsync(context, guideId, null, Now, cancellation), 0, cancellation);
        return new(DeskAnswer.Done, shown with { GuideId = guideId, Version = Guid.Empty });
    }

    /// <summary>
    /// Takes a tab's changes. Done; DoneBefore where all were stored already; Stale where a step before is missing (go on from
    /// <see cref="DraftReceipt.TabSequence"/>); Invalid with <see cref="DraftReceipt.Refusal"/>, and then nothing is taken; InConflict where too
    /// many conflicts wait to keep one more.
    /// </summary>
    public Task<DeskResult<DraftReceipt>> ApplyAsync(Actor actor, int guideId, DraftBatch batch, CancellationToken cancellation) =>
        TakeAsync(actor, guideId, batch, DraftLimits.Changes, cancellation);

    /// <summary>Takes what a file or a sheet changes, however many changes that are: all of them or none.</summary>
    internal Task<DeskResult<DraftReceipt>> ApplyAllAsync(Actor actor, int guideId, DraftBatch batch, CancellationToken cancellation) =>
        TakeAsync(actor, guideId, batch, int.MaxValue, cancellation);

    private Task<DeskResult<DraftReceipt>> TakeAsync(Actor actor, int guideId, DraftBatch batch, int most, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            guideId,
            new DraftStep(batch.TabId, batch.First, batch.Seen) { Former = batch.Former },
            batch.Changes.Count,
            async (desk, writer) =>
            {
                if (batch.Changes.Count > most)
                {
                    return desk.Refuse(batch.First, DraftRefusalKind.TooManyChanges);
                }

                var skipped = (int)(desk.Tab.LastSequence + 1 - batch.First);
                foreach (var (at, change) in batch.Changes.Index().Skip(skipped))
                {
                    var (clean, refusal) = DraftShape.Check(change);
                    if (clean is null)
                    {
                        return desk.Refuse(batch.First + at, refusal);
                    }

                    if (clean.Kind == DraftEditKind.Insert && desk.Tree.List(DraftAddress.Parse(clean.Path)!) is { Count: >= DraftLimits.Items })
                    {
                        return desk.Refuse(batch.First + at, DraftRefusalKind.TooManyItems);
                    }

                    await writer.ApplyAsync(clean, cancellation);
                }

                if (desk.Tab.LastSequence == 0)
                {
                    var fields = batch.Changes.Select(c => c.Path).Distinct(StringComparer.Ordinal).Take(MostFieldsTold).ToList();
                    AuditTrail.Record(desk.Context, desk.NowUtc, actor.AccountId, "draft.edit", ObjectKind, $"{guideId}", fields);
                }

                return DeskAnswer.Done;
            },
            tellsOwn: false,
            cancellation
        );

    /// <summary>Takes back the tab's last edit; NotNow where there is none.</summary>
    public Task<DeskResult<DraftReceipt>> UndoAsync(Actor actor, int guideId, DraftStep step, CancellationToken cancellation) =>
        TurnAsync(actor, guideId, step, isUndone: false, (writer, edit) => writer.UndoAsync(edit, cancellation), cancellation);

    /// <summary>Does again what the tab last took back; NotNow where there is nothing.</summary>
    public Task<DeskResult<DraftReceipt>> RedoAsync(Actor actor, int guideId, DraftStep step, CancellationToken cancellation) =>
        TurnAsync(actor, guideId, step, isUndone: true, (writer, edit) => writer.RedoAsync(edit, cancellation), cancellation);

    /// <summary>What others did since a sequence, the open conflicts, and who is there.</summary>
    public async Task<DeskResult<DraftNews>> EditsSinceAsync(Actor actor, int guideId, Guid tabId, long seen, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation);
        if (answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var draft = await context
            .Drafts.Where(d => d.GuideId == guideId)
            .Select(d => new
            {
                d.Id,
                d.Sequence,
                d.Version,
                d.State,
                d.PublishAtUtc,
                d.SubmittedRevisionId,
            })
            .FirstOrDefaultAsync(cancellation);
        if (draft is null)
        {
            return new(DeskAnswer.NotFound);
        }

        var oldest = Now.AddDays(-DraftLimits.EditDays);
        var isKnown = await context.DraftTabs.AnyAsync(t => t.DraftId == draft.Id && t.TabId == tabId && t.SeenUtc > oldest, cancellation);
        var isBehind = !isKnown || IsBehind(seen, draft.Sequence);
        return new(
            DeskAnswer.Done,
            new DraftNews(
                draft.Sequence,
                draft.Version,
                draft.State,
                draft.PublishAtUtc,
                Draft.IsFallen(draft.State, draft.SubmittedRevisionId),
                isBehind,
                isBehind ? [] : await EditsAsync(context, draft.Id, seen, tabId, cancellation),
                await ConflictsAsync(context, draft.Id, cancellation),
                await PresentAsync(context, draft.Id, cancellation)
            )
        );
    }

    /// <summary>Ends a conflict; Stale where either text has changed since it was shown, or somebody has chosen otherwise.</summary>
    public Task<DeskResult<DraftReceipt>> ChooseAsync(Actor actor, int guideId, DraftChoice choice, DraftStep step, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            guideId,
            step,
            1,
            async (desk, writer) =>
            {
                if (desk.Conflicts.Find(c => c.Id == choice.ConflictId) is not { } conflict)
                {
                    var was = await desk
                        .Context.DraftConflicts.Where(c => c.Id == choice.ConflictId && c.DraftId == desk.Draft.Id)
                        .Select(c => new { c.Choice })
                        .FirstOrDefaultAsync(cancellation);
                    return was is null ? DeskAnswer.NotFound
                        : was.Choice == choice.Choice ? DeskAnswer.DoneBefore
                        : DeskAnswer.Stale;
                }

                if (!string.Equals(conflict.Stamp, choice.Stamp, StringComparison.Ordinal))
                {
                    return DeskAnswer.Stale;
                }

                if (!Enum.IsDefined(choice.Choice) || !await writer.ChooseAsync(conflict, choice.Choice, cancellation))
                {
                    return DeskAnswer.Invalid;
                }

                AuditTrail.Record(desk.Context, desk.NowUtc, actor.AccountId, "draft.choose", ObjectKind, $"{guideId}", [conflict.Path]);
                return DeskAnswer.Done;
            },
            tellsOwn: true,
            cancellation
        );

    /// <summary>Tells that a tab is there, and in which section.</summary>
    public Task<DeskAnswer> SeenAsync(Actor actor, int guideId, Guid tabId, string? section, CancellationToken cancellation) =>
        AnswerAsync(
            async context =>
            {
                var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation);
                if (answer != DeskAnswer.Done)
                {
                    return answer;
                }

                if (tabId == Guid.Empty || section is not null && !GuideForm.Sections.Any(s => s.Id == section))
                {
                    return DeskAnswer.Invalid;
                }

                var (account, now) = (actor.AccountId, Now);
                var told = await context
                    .DraftTabs.Where(t => t.TabId == tabId && t.AccountId == account)
                    .Where(t => context.Set<Draft>().Any(d => d.Id == t.DraftId && d.GuideId == guideId))
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.SeenUtc, now).SetProperty(x => x.Section, section), cancellation);
                if (told > 0)
                {
                    return DeskAnswer.Done;
                }

                var draft = await context.Drafts.FirstOrDefaultAsync(d => d.GuideId == guideId, cancellation);
                if (draft is null)
                {
                    return DeskAnswer.NotFound;
                }

                var tab = NewTab(draft, tabId, account, now);
                tab.Section = section;
                context.Add(tab);
                await context.SaveChangesAsync(cancellation);
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>Gives the draft up for what is published; Stale where it has another version than the one shown.</summary>
    public Task<DeskAnswer> DiscardAsync(Actor actor, int guideId, Guid version, CancellationToken cancellation) =>
        AnswerAsync(
            async context =>
            {
                var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation);
                if (answer != DeskAnswer.Done)
                {
                    return answer;
                }

                var draft = await context.Drafts.FirstOrDefaultAsync(d => d.GuideId == guideId, cancellation);
                if (draft is null)
                {
                    return DeskAnswer.NotFound;
                }

                if (draft.Version != version)
                {
                    return DeskAnswer.Stale;
                }

                if (draft.State != DraftState.Writing)
                {
                    return DeskAnswer.NotNow;
                }

                var now = Now;
                var published = await BeginAsync(context, guideId, actor.AccountId, now, cancellation);
                draft.Replace(published.Document, now, actor.AccountId);
                draft.BaseRevisionId = published.BaseRevisionId;
                draft.ChangedUtc = published.Guide.PublishedRevision?.CreatedUtc ?? now;
                foreach (var conflict in await OpenConflictsAsync(context, draft.Id, cancellation))
                {
                    conflict.Close(ConflictChoice.Theirs, actor.AccountId, now);
                }

                AuditTrail.Record(context, now, actor.AccountId, "draft.discard", ObjectKind, $"{guideId}");
                await context.SaveChangesAsync(cancellation);
                await TrimAsync(context, draft.Id, draft.Sequence, cancellation);
                return DeskAnswer.Done;
            },
            cancellation
        );

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static bool IsBehind(long seen, long sequence) => seen < sequence - DraftLimits.Edits || seen > sequence;

    private static DraftTab NewTab(Draft draft, Guid tabId, Guid accountId, DateTime nowUtc) =>
        new()
        {
            DraftId = draft.Id,
            TabId = tabId,
            AccountId = accountId,
            SeenUtc = nowUtc,
        };

    /// <summary>A draft from what is published, or was last written; from nothing for a guide that says nothing yet. It is not added.</summary>
    private static async Task<Draft> BeginAsync(
        PortalDbContext context,
        int guideId,
        Guid? accountId,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(g => g.Id == guideId, cancellation);
        var revision =
            guide.PublishedRevision
            ?? await context.Revisions.Where(r => r.GuideId == guideId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
        var document =
            revision?.Read()
            ?? new GuideDocument
            {
                Kind = GuideKind.Complete,
                Register = Register.Vous,
                Content = new GuideContent { Summary = "" },
            };
        return Draft.Of(guide, document, revision?.Id, nowUtc, accountId);
    }

    private Task<DeskResult<DraftReceipt>> TurnAsync(
        Actor actor,
        int guideId,
        DraftStep step,
        bool isUndone,
        Func<DraftWriter, DraftEdit, Task> turn,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            actor,
            guideId,
            step,
            1,
            async (desk, writer) =>
            {
                var edit = await desk
                    .Context.DraftEdits.Where(e => e.DraftId == desk.Draft.Id && e.TabId == step.TabId && e.IsUndone == isUndone)
                    .OrderByDescending(e => e.Sequence)
                    .FirstOrDefaultAsync(cancellation);
                if (edit is null)
                {
                    return DeskAnswer.NotNow;
                }

                await turn(writer, edit);
                return DeskAnswer.Done;
            },
            tellsOwn: true,
            cancellation
        );

    /// <summary>What a step writes in, read for it and saved with it.</summary>
    private sealed class Desk(PortalDbContext context, Draft draft, DraftTab tab, List<DraftConflict> conflicts, DateTime nowUtc)
    {
        public PortalDbContext Context => context;

        public Draft Draft => draft;

        public DraftTab Tab => tab;

        public List<DraftConflict> Conflicts => conflicts;

        public DateTime NowUtc => nowUtc;

        public DraftTree Tree { get; } = DraftTree.Parse(draft.Document);

        public DraftRefusal? Refusal { get; private set; }

        public DraftFall? Fall { get; set; }

        public DeskAnswer Refuse(long number, DraftRefusalKind kind)
        {
            Refusal = new DraftRefusal(number, kind);
            return DeskAnswer.Invalid;
        }
    }

    /// <summary>One numbered step, or some, of a tab: what was stored already counts once, and a gap is told.</summary>
    private Task<DeskResult<DraftReceipt>> WriteAsync(
        Actor actor,
        int guideId,
        DraftStep step,
        int steps,
        Func<Desk, DraftWriter, Task<DeskAnswer>> write,
        bool tellsOwn,
        CancellationToken cancellation
    ) =>
        RetryAsync<DraftReceipt>(
            async context =>
            {
                var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation);
                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                if (step.TabId == Guid.Empty || step.Number < 1 || steps < 1 || step.Seen < 0 || step.Former.Count > DraftLimits.FormerTabs)
                {
                    return new(DeskAnswer.Invalid);
                }

                var draft = await context.Drafts.FirstOrDefaultAsync(d => d.GuideId == guideId, cancellation);
                if (draft is null)
                {
                    return new(DeskAnswer.NotFound);
                }

                var now = Now;
                var tab = await context.DraftTabs.FirstOrDefaultAsync(t => t.DraftId == draft.Id && t.TabId == step.TabId, cancellation);
                if (tab is not null && tab.AccountId != actor.AccountId)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (tab is null)
                {
                    tab = NewTab(draft, step.TabId, actor.AccountId, now);
                    context.Add(tab);
                }

                await TakeOverAsync(context, draft.Id, actor.AccountId, step, cancellation);
                var conflicts = await OpenConflictsAsync(context, draft.Id, cancellation);
                var desk = new Desk(context, draft, tab, conflicts, now);
                if (step.Number > tab.LastSequence + 1 || step.Number + steps - 1 <= tab.LastSequence)
                {
                    var isGap = step.Number > tab.LastSequence + 1;
                    return new(
                        isGap ? DeskAnswer.Stale : DeskAnswer.DoneBefore,
                        await ReceiptAsync(desk, step, draft.Sequence, draft.Version, tab.LastSequence, tellsOwn, cancellation)
                    );
                }

                var (sequence, version, last) = (draft.Sequence, draft.Version, tab.LastSequence);
                var writer = new DraftWriter(context, draft, desk.Tree, conflicts, new(actor.AccountId, step.TabId, step.Seen), now);
                answer = await write(desk, writer);
                if (answer == DeskAnswer.Done)
                {
                    answer = Finish(desk, writer, actor, guideId, step.Number + steps - 1);
                }

                if (answer != DeskAnswer.Done)
                {
                    // Nothing of it is saved.
                    context.ChangeTracker.Clear();
                    var kept = new Desk(context, draft, tab, await OpenConflictsAsync(context, draft.Id, cancellation), now);
                    var receipt = await ReceiptAsync(kept, step, sequence, version, last, tellsOwn, cancellation);
                    return new(answer, receipt with { Refusal = desk.Refusal });
                }

                await context.SaveChangesAsync(cancellation);
                if (draft.Sequence / TrimEvery != sequence / TrimEvery)
                {
                    await TrimAsync(context, draft.Id, draft.Sequence, cancellation);
                }

                return new(DeskAnswer.Done, await ReceiptAsync(desk, step, draft.Sequence, draft.Version, tab.LastSequence, tellsOwn, cancellation));
            },
            cancellation
        );

    /// <summary>What somebody's former tabs did can be undone by the one that took their place, and is forgotten by what is written in it.</summary>
    private static async Task TakeOverAsync(PortalDbContext context, int draftId, Guid accountId, DraftStep step, CancellationToken cancellation)
    {
        // Nobody's are the edits that none can undo any more.
        var (tab, former) = (step.TabId, step.Former.Where(t => t != Guid.Empty && t != step.TabId).ToList());
        if (former.Count > 0)
        {
            await context
                .DraftEdits.Where(e => e.DraftId == draftId && e.AccountId == accountId && former.Contains(e.TabId))
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.TabId, tab), cancellation);
        }
    }

    private static DeskAnswer Finish(Desk desk, DraftWriter writer, Actor actor, int guideId, long lastStep)
    {
        if (writer.IsFull)
        {
            return DeskAnswer.InConflict;
        }

        if (writer.HasChanged)
        {
            var document = Json.Write(desk.Tree.Document);
            if (Encoding.UTF8.GetByteCount(document) > DraftLimits.DocumentBytes)
            {
                return desk.Refuse(lastStep, DraftRefusalKind.DocumentTooLarge);
            }

            desk.Fall = desk.Draft.Write(document, desk.NowUtc, actor.AccountId);
            DraftLog.RecordFall(desk.Context, guideId, desk.Fall, actor.AccountId, desk.NowUtc);
        }
        else
        {
            // Whoever sends the same step at the same moment has to see this one first.
            desk.Draft.Version = Guid.CreateVersion7();
        }

        desk.Tab.LastSequence = lastStep;
        desk.Tab.SeenUtc = desk.NowUtc;
        return DeskAnswer.Done;
    }

    private static async Task<DraftReceipt> ReceiptAsync(
        Desk desk,
        DraftStep step,
        long sequence,
        Guid version,
        long tabSequence,
        bool tellsOwn,
        CancellationToken cancellation
    )
    {
        // A tab's own edits since make it no less able to follow.
        var isBehind = IsBehind(step.Seen, sequence);
        var edits = isBehind ? [] : await EditsAsync(desk.Context, desk.Draft.Id, step.Seen, tellsOwn ? null : step.TabId, cancellation);
        return new DraftReceipt(tabSequence, sequence, version, [.. desk.Conflicts.Where(c => c.Choice is null).Select(c => c.Show())], edits)
        {
            State = desk.Draft.State,
            PublishAtUtc = desk.Draft.PublishAtUtc,
            HasFallen = desk.Draft.HasFallen,
            Fall = desk.Fall,
            IsBehind = isBehind,
        };
    }

    private static async Task<IReadOnlyList<AppliedEdit>> EditsAsync(
        PortalDbContext context,
        int draftId,
        long seen,
        Guid? but,
        CancellationToken cancellation
    )
    {
        var edits = await context
            .DraftEdits.AsNoTracking()
            .Where(e => e.DraftId == draftId && e.Sequence > seen && (but == null || e.TabId != but))
            .OrderBy(e => e.Sequence)
            .ToListAsync(cancellation);
        return [.. edits.Select(e => e.Tell())];
    }

    private static Task<List<DraftConflict>> OpenConflictsAsync(PortalDbContext context, int draftId, CancellationToken cancellation) =>
        context.DraftConflicts.Where(c => c.DraftId == draftId && c.Choice == null).OrderBy(c => c.Id).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<OpenConflict>> ConflictsAsync(PortalDbContext context, int draftId, CancellationToken cancellation) =>
        [.. (await OpenConflictsAsync(context, draftId, cancellation)).Select(c => c.Show())];

    private async Task<IReadOnlyList<PresentPerson>> PresentAsync(PortalDbContext context, int draftId, CancellationToken cancellation)
    {
        var since = Now - PresentFor;
        return await context
            .DraftTabs.Where(t => t.DraftId == draftId && t.SeenUtc >= since)
            .Join(
                context.Set<Account>(),
                t => t.AccountId,
                a => a.Id,
                (t, a) =>
                    new
                    {
                        t.AccountId,
                        a.DisplayName,
                        t.TabId,
                        t.Section,
                        t.SeenUtc,
                    }
            )
            .OrderBy(p => p.DisplayName)
            .ThenBy(p => p.TabId)
            .Take(MostPresent)
            .Select(p => new PresentPerson(p.AccountId, p.DisplayName, p.TabId, p.Section, p.SeenUtc))
            .ToListAsync(cancellation);
    }

    private async Task<OpenDraft> ShowAsync(PortalDbContext context, Draft draft, long tabSequence, CancellationToken cancellation)
    {
        var guideId = draft.Guide?.Id ?? draft.GuideId;
        var guide = await context.Guides.Where(g => g.Id == guideId).Select(g => new { g.Language, g.Occupation.Code }).SingleAsync(cancellation);
        return new OpenDraft(
            guideId,
            guide.Code,
            guide.Language,
            draft.State,
            DraftTree.Parse(draft.Document).Document,
            draft.Sequence,
            draft.Version,
            await ConflictsAsync(context, draft.Id, cancellation),
            await PresentAsync(context, draft.Id, cancellation),
            draft.PublishAtUtc,
            tabSequence
        );
    }

    /// <summary>What is too old to be undone goes, and tabs that nobody has had open since.</summary>
    private static async Task ForgetOldAsync(PortalDbContext context, Draft draft, DateTime nowUtc, CancellationToken cancellation)
    {
        var oldest = nowUtc.AddDays(-DraftLimits.EditDays);
        await context.DraftEdits.Where(e => e.DraftId == draft.Id && e.AtUtc < oldest).ExecuteDeleteAsync(cancellation);
        await context.DraftTabs.Where(t => t.DraftId == draft.Id && t.SeenUtc < oldest).ExecuteDeleteAsync(cancellation);
        await context.DraftConflicts.Where(c => c.DraftId == draft.Id && c.ChosenUtc < oldest).ExecuteDeleteAsync(cancellation);
    }

    private static async Task TrimAsync(PortalDbContext context, int draftId, long sequence, CancellationToken cancellation)
    {
        var oldest = sequence - DraftLimits.Edits;
        await context.DraftEdits.Where(e => e.DraftId == draftId && e.Sequence <= oldest).ExecuteDeleteAsync(cancellation);
    }

    private async Task<DeskAnswer> AnswerAsync(Func<PortalDbContext, Task<DeskAnswer>> write, CancellationToken cancellation) =>
        (await RetryAsync<object>(async context => new(await write(context)), cancellation)).Answer;

    /// <summary>Begins anew, from the store as it is then, where somebody else was faster.</summary>
    private async Task<DeskResult<T>> RetryAsync<T>(Func<PortalDbContext, Task<DeskResult<T>>> write, CancellationToken cancellation)
    {
        for (var turn = 1; ; turn++)
        {
            try
            {
                await using var context = await contexts.CreateDbContextAsync(cancellation);
                return await write(context);
            }
            catch (Exception e) when (e is DbUpdateConcurrencyException or DuplicateRowException && turn < MostTurns)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 2 + 4 * turn)), cancellation);
            }
        }
    }
}
