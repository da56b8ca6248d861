using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Shows a draft or a revision to somebody outside: by a link of 256 random bits of which only the hash is stored, for a time, until it is revoked. A
/// guest reads and remarks, and nothing else.
/// </summary>
public sealed class ShareDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a link may open at most.</summary>
    public const int MostDays = 90;

    /// <summary>How long links that are over and the names of guests stay.</summary>
    public const int KeptMonths = 12;

    public const int MostLinks = 100;

    private const int TokenBytes = 32;
    private const int MostTokenLength = 64;

    /// <summary>A link of which more remarks came is being abused.</summary>
    private const int MostRemarks = 200;

    private static readonly TimeSpan OneClick = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes a link; the token is told once and stored nowhere.</summary>
    public Task<DeskResult<string>> ShareAsync(Actor actor, int guideId, int? revisionId, int days, string? note, CancellationToken cancellation) =>
        RunAsync<string>(
            actor,
            guideId,
            async (context, token) =>
            {
                if (days is < 1 or > MostDays)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (revisionId is { } id && !await context.Revisions.AnyAsync(r => r.Id == id && r.GuideId == guideId, token))
                {
                    return new(DeskAnswer.NotFound);
                }

                if (revisionId is null && !await context.Drafts.AnyAsync(d => d.GuideId == guideId, token))
                {
                    return new(DeskAnswer.NotNow);
                }

                var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
                var link = new ShareLink
                {
                    TokenHash = HashOf(secret),
                    GuideId = guideId,
                    RevisionId = revisionId,
                    Note = TypedText.Clean(note, Account.NameMaxLength),
                    CreatedById = actor.AccountId,
                    CreatedUtc = Now,
                    ExpiresUtc = Now.AddDays(days),
                };
                context.Add(link);
                AuditTrail.Record(context, Now, actor.AccountId, "guide.share", "guide", $"{guideId}", reason: $"{link.ExpiresUtc:yyyy-MM-dd}");
                return new(DeskAnswer.Done, secret);
            },
            cancellation
        );

    public Task<DeskResult<int>> RevokeAsync(Actor actor, int guideId, int linkId, CancellationToken cancellation) =>
        RunAsync<int>(
            actor,
            guideId,
            async (context, token) =>
            {
                if (await context.ShareLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.GuideId == guideId, token) is not { } link)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (link.RevokedUtc is not null)
                {
                    return new(DeskAnswer.DoneBefore, linkId);
                }

                link.RevokedUtc = Now;
                AuditTrail.Record(context, Now, actor.AccountId, "guide.share.revoke", "guide", $"{guideId}");
                return new(DeskAnswer.Done, linkId);
            },
            cancellation
        );

    /// <summary>The links of a guide, the newest first.</summary>
    public async Task<DeskResult<IReadOnlyList<HeldLink>>> ListAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Share, cancellation) is var answer && answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var now = Now;
        return new(
            DeskAnswer.Done,
            await context
                .ShareLinks.Where(l => l.GuideId == guideId)
                .OrderByDescending(l => l.Id)
                .Take(MostLinks)
                .Select(l => new HeldLink(
                    l.Id,
                    l.Note,
                    l.RevisionId != null,
                    context.Set<Account>().Where(a => a.Id == l.CreatedById).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                    l.CreatedUtc,
                    l.ExpiresUtc,
                    l.RevokedUtc,
                    l.RevokedUtc == null && l.ExpiresUtc > now
                ))
                .ToListAsync(cancellation)
        );
    }

    /// <summary>What a link shows; null where it opens nothing, whatever the reason.</summary>
    public async Task<SharedGuide?> FindAsync(string secret, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await OpenAsync(context, secret, cancellation) is not { } link)
        {
            return null;
        }

        var document =
            link.RevisionId is { } id ? (await context.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation))?.Read()
            : await context.Drafts.Where(d => d.GuideId == link.GuideId).Select(d => d.Document).FirstOrDefaultAsync(cancellation) is { } held
                ? DraftContent.Of((JsonObject)JsonNode.Parse(held)!).Document
            : null;
        return document is null ? null : new SharedGuide(link.GuideId, document, link.ExpiresUtc);
    }

    /// <summary>Keeps a guest's remark on a section, or on the whole; false where the link opens nothing or nothing was said.</summary>
    public async Task<bool> RemarkAsync(string secret, string? name, string? section, string? text, CancellationToken cancellation)
    {
        if (TypedText.Clean(text, Comment.TextMaxLength) is not { } said || TypedText.Clean(name, Account.NameMaxLength) is not { } signed)
        {
            return false;
        }

        var result = await DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (await OpenAsync(context, secret, token) is not { } link)
                {
                    return new(DeskAnswer.NotFound);
                }

                var before = context.Comments.Where(c => c.ShareLinkId == link.Id);
                var since = Now - OneClick;
                if (await before.AnyAsync(c => c.Text == said && c.GuestName == signed && c.AtUtc > since, token))
                {
                    return new(DeskAnswer.DoneBefore);
                }

                if (await before.CountAsync(token) >= MostRemarks)
                {
                    return new(DeskAnswer.NotNow);
                }

                var thread = new CommentThread
                {
                    GuideId = link.GuideId,
                    Path = PathOf(section),
                    CreatedUtc = Now,
                };
                thread.Comments.Add(
                    new Comment
                    {
                        ShareLinkId = link.Id,
                        GuestName = signed,
                        Text = said,
                        AtUtc = Now,
                    }
                );
                context.Add(thread);
                AuditTrail.Record(context, Now, null, "guide.comment.guest", "guide", $"{link.GuideId}");
                return new(DeskAnswer.Done);
            },
            cancellation
        );
        return result.IsDone;
    }

    /// <summary>Deletes links that have been over for their time, and the names of guests that are as old; tells how many of both.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var limit = Now.AddMonths(-KeptMonths);
        var names = await context
            .Comments.Where(c => c.GuestName != null && c.AtUtc < limit)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.GuestName, (string?)null), cancellation);
        var over = context.ShareLinks.Where(l => l.ExpiresUtc < limit || l.RevokedUtc < limit);
        await context
            .Comments.Where(c => c.ShareLinkId != null && over.Any(l => l.Id == c.ShareLinkId))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.ShareLinkId, (int?)null), cancellation);
        return names + await over.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The place that a remark on a section speaks of: its first part.</summary>
    private static string PathOf(string? section) =>
        GuideForm.Sections.FirstOrDefault(s => s.Id == section && s.Id != GuideForm.Card)?.Fields[0].Path ?? "";

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private async Task<ShareLink?> OpenAsync(PortalDbContext context, string secret, CancellationToken cancellation)
    {
        if (secret.Length is 0 or > MostTokenLength)
        {
            return null;
        }

        var (hash, now) = (HashOf(secret), Now);
        return await context
            .ShareLinks.AsNoTracking()
            .FirstOrDefaultAsync(l => l.TokenHash == hash && l.RevokedUtc == null && l.ExpiresUtc > now, cancellation);
    }

    private Task<DeskResult<T>> RunAsync<T>(
        Actor actor,
        int guideId,
        Func<PortalDbContext, CancellationToken, Task<DeskResult<T>>> work,
        CancellationToken cancellation
    ) =>
        DeskWork.RunAsync<T>(
            contexts,
            async (context, token) =>
                await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Share, token) is var answer && answer != DeskAnswer.Done
                    ? new(answer)
                    : await work(context, token),
            cancellation
        );
}
