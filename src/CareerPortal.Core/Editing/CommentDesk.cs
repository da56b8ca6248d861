using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>What is said about the fields of a draft: threads from the first word until they are resolved, and a reader's mark on each field.</summary>
public sealed class CommentDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int MostThreads = 200;

    /// <summary>How soon the same words of the same person are the same click.</summary>
    private static readonly TimeSpan OneClick = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The threads of a guide and its readers' marks that still hold, for whoever may read its draft.</summary>
    public async Task<DeskResult<GuideTalk>> ReadAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var threads = await context
            .CommentThreads.AsNoTracking()
            .Where(t => t.GuideId == guideId)
            .OrderBy(t => t.State == ThreadState.Open ? 0 : 1)
            .ThenByDescending(t => t.Id)
            .Take(MostThreads)
            .ToListAsync(cancellation);
        var ids = threads.Select(t => t.Id).ToList();
        var comments = await context
            .Comments.AsNoTracking()
            .Where(c => ids.Contains(c.ThreadId))
            .OrderBy(c => c.Id)
            .Select(c => new SaidWord(
                c.ThreadId,
                c.AccountId,
                context.Set<Account>().Where(a => a.Id == c.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
                c.AccountId == null,
                c.GuestName,
                c.Text,
                c.AtUtc
            ))
            .ToListAsync(cancellation);
        var said = comments.ToLookup(c => c.ThreadId);
        var marks = await context
            .FieldMarks.AsNoTracking()
            .Where(m => m.GuideId == guideId)
            .OrderBy(m => m.Id)
            .Select(m => new HeldMark(
                m.Path,
                m.ContentHash,
                m.Kind,
                m.AccountId,
                context.Set<Account>().Where(a => a.Id == m.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                m.AtUtc
            ))
            .ToListAsync(cancellation);
        return new(
            DeskAnswer.Done,
            new GuideTalk([.. threads.Select(t => new Talk(t.Id, t.Path, t.Quoted, t.State, t.CreatedUtc, [.. said[t.Id]]))], marks)
        );
    }

    /// <summary>Begins a thread at a place of the draft; an empty address speaks of the whole guide.</summary>
    public Task<DeskResult<int>> StartAsync(Actor actor, int guideId, string path, string? text, CancellationToken cancellation) =>
        RunAsync(
            actor,
            guideId,
            GuideAction.Comment,
            async (context, token) =>
            {
                if (TypedText.Clean(text, Comment.TextMaxLength) is not { } said || path.Length > DraftEdit.PathMaxLength)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (path.Length > 0 && GuideForm.FieldAt(path) is null)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (await SameClickAsync(context, guideId, path, actor.AccountId, said, token) is { } before)
                {
                    return new(DeskAnswer.DoneBefore, before);
                }

                var thread = new CommentThread
                {
                    GuideId = guideId,
                    Path = path,
                    Quoted = await QuotedAsync(context, guideId, path, token),
                    CreatedUtc = Now,
                };
                thread.Comments.Add(By(actor, said));
                context.Add(thread);
                await context.SaveChangesAsync(token);
                Record(context, actor, "guide.comment", guideId, path);
                return new(DeskAnswer.Done, thread.Id);
            },
            cancellation
        );

    public Task<DeskResult<int>> ReplyAsync(Actor actor, int guideId, int threadId, string? text, CancellationToken cancellation) =>
        RunAsync(
            actor,
            guideId,
            GuideAction.Comment,
            async (context, token) =>
            {
                if (TypedText.Clean(text, Comment.TextMaxLength) is not { } said)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (await ThreadAsync(context, guideId, threadId, token) is not { } thread)
                {
                    return new(DeskAnswer.NotFound);
                }

                var last = await context.Comments.Where(c => c.ThreadId == threadId).OrderByDescending(c => c.Id).FirstOrDefaultAsync(token);
                if (last is not null && last.AccountId == actor.AccountId && last.Text == said && Now - last.AtUtc < OneClick)
                {
                    return new(DeskAnswer.DoneBefore, threadId);
                }

                thread.Comments.Add(By(actor, said));
                Record(context, actor, "guide.comment.reply", guideId, thread.Path);
                return new(DeskAnswer.Done, threadId);
            },
            cancellation
        );

    /// <summary>Ends a thread, or opens it again.</summary>
    public Task<DeskResult<int>> MoveAsync(Actor actor, int guideId, int threadId, ThreadState state, CancellationToken cancellation) =>
        RunAsync(
            actor,
            guideId,
            GuideAction.Comment,
            async (context, token) =>
            {
                if (await ThreadAsync(context, guideId, threadId, token) is not { } thread)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (thread.State == state)
                {
                    return new(DeskAnswer.DoneBefore, threadId);
                }

                thread.Move(state, actor.AccountId, Now);
                Record(context, actor, state == ThreadState.Open ? "guide.comment.reopen" : "guide.comment.resolve", guideId, thread.Path);
                return new(DeskAnswer.Done, threadId);
            },
            cancellation
        );

    /// <summary>
    /// A reader's mark on a field as it was shown (<paramref name="contentHash"/>), in place of an earlier one; none takes it away. A field that says
    /// something else by now is stale.
    /// </summary>
    public Task<DeskResult<int>> MarkAsync(
        Actor actor,
        int guideId,
        string path,
        string contentHash,
        MarkKind? kind,
        CancellationToken cancellation
    ) =>
        RunAsync(
            actor,
            guideId,
            GuideAction.Review,
            async (context, token) =>
            {
                if (GuideForm.FieldAt(path) is null || path.Length > DraftEdit.PathMaxLength)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (await HashOfAsync(context, guideId, path, token) != contentHash)
                {
                    return new(DeskAnswer.Stale);
                }

                var held = await context
                    .FieldMarks.Where(m => m.GuideId == guideId && m.AccountId == actor.AccountId && m.Path == path)
                    .ToListAsync(token);
                if (kind is null ? held.Count == 0 : held is [var one] && one.Kind == kind && one.ContentHash == contentHash)
                {
                    return new(DeskAnswer.DoneBefore);
                }

                context.RemoveRange(held);
                if (kind is { } said)
                {
                    context.Add(
                        new FieldMark
                        {
                            GuideId = guideId,
                            Path = path,
                            ContentHash = contentHash,
                            Kind = said,
                            AccountId = actor.AccountId,
                            AtUtc = Now,
                        }
                    );
                }

                Record(context, actor, "guide.mark", guideId, path, kind?.ToString());
                return new(DeskAnswer.Done);
            },
            cancellation
        );

    /// <summary>The hash by which a mark on a value of a named document falls once it is another.</summary>
    public static string HashOf(JsonNode? named) => DocumentSections.HashOf(DraftForm.Plain(named));

    private Comment By(Actor actor, string text) =>
        new()
        {
            AccountId = actor.AccountId,
            Text = text,
            AtUtc = Now,
        };

    private async Task<int?> SameClickAsync(
        PortalDbContext context,
        int guideId,
        string path,
        Guid accountId,
        string said,
        CancellationToken cancellation
    )
    {
        var since = Now - OneClick;
        return await context
            .CommentThreads.Where(t => t.GuideId == guideId && t.Path == path && t.CreatedUtc > since)
            .Where(t => t.Comments.Any(c => c.AccountId == accountId && c.Text == said))
            .OrderBy(t => t.Id)
            .Select(t => (int?)t.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    private static async Task<string?> QuotedAsync(PortalDbContext context, int guideId, string path, CancellationToken cancellation)
    {
        if (path.Length == 0 || await DocumentAsync(context, guideId, cancellation) is not { } named)
        {
            return null;
        }

        var text = string.Join(" · ", Json.TextsOf(DraftForm.Plain(DocumentPath.Find(named, path))));
        return TypedText.Clean(text, CommentThread.QuotedMaxLength);
    }

    private static async Task<string?> HashOfAsync(PortalDbContext context, int guideId, string path, CancellationToken cancellation) =>
        await DocumentAsync(context, guideId, cancellation) is { } named ? HashOf(DocumentPath.Find(named, path)) : null;

    private static async Task<JsonNode?> DocumentAsync(PortalDbContext context, int guideId, CancellationToken cancellation) =>
        await context.Drafts.Where(d => d.GuideId == guideId).Select(d => d.Document).FirstOrDefaultAsync(cancellation) is { } document
            ? JsonNode.Parse(document)
            : null;

    private static Task<CommentThread?> ThreadAsync(PortalDbContext context, int guideId, int threadId, CancellationToken cancellation) =>
        context.CommentThreads.SingleOrDefaultAsync(t => t.Id == threadId && t.GuideId == guideId, cancellation);

    private void Record(PortalDbContext context, Actor actor, string action, int guideId, string path, string? reason = null) =>
        AuditTrail.Record(context, Now, actor.AccountId, action, "guide", $"{guideId}", path.Length == 0 ? [] : [path], reason);

    private Task<DeskResult<int>> RunAsync(
        Actor actor,
        int guideId,
        GuideAction action,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<int>>> work,
        CancellationToken cancellation
    ) => DeskWork.RunAsync(contexts, actor, guideId, action, work, cancellation);
}
