using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Links to the site as it will be at a day: 256 random bits of which only the hash is stored, for a time, until whoever made one or an administrator
/// revokes it.
/// </summary>
public sealed class PreviewDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a link may open at most, and how long it does where nobody says.</summary>
    public const int MostDays = 30;
    public const int UsualDays = 7;

    /// <summary>How far ahead the site can be seen: what is due later is not known.</summary>
    public const int MostMonthsAhead = 24;

    public const int PageSize = 20;

    private const string Kind = "preview";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Makes a link to a moment to come, or to a release: then the moment is its hour, or now where it has none. The token is told once and stored
    /// nowhere.
    /// </summary>
    public Task<DeskResult<string>> MakeAsync(Actor actor, DateTime? atUtc, int? releaseId, int days, string? note, CancellationToken cancellation) =>
        DeskWork.RunAsync<string>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, ReleaseAccess.Change, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var now = Now;
                if (
                    days is < 1 or > MostDays
                    || (atUtc is null && releaseId is null)
                    || atUtc < now.AddDays(-1)
                    || atUtc > now.AddMonths(MostMonthsAhead)
                )
                {
                    return new(DeskAnswer.Invalid);
                }

                DateTime? hour = null;
                if (releaseId is { } id)
                {
                    if (await context.Releases.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, token) is not { } release)
                    {
                        return new(DeskAnswer.NotFound);
                    }

                    if (!release.IsOpen)
                    {
                        return new(DeskAnswer.NotNow);
                    }

                    hour = release.PublishAtUtc;
                }

                var secret = TicketToken.New();
                var link = new PreviewLink
                {
                    TokenHash = secret.Hash(),
                    AtUtc = atUtc ?? hour ?? now,
                    ReleaseId = releaseId,
                    Note = TypedText.Clean(note, Account.NameMaxLength),
                    CreatedById = actor.AccountId,
                    CreatedUtc = now,
                    ExpiresUtc = now.AddDays(days),
                };
                context.Add(link);
                await context.SaveChangesAsync(token);
                AuditTrail.Record(context, now, actor.AccountId, "preview.make", Kind, $"{link.Id}", reason: $"{link.AtUtc:yyyy-MM-dd}");
                return new(DeskAnswer.Done, secret.Text);
            },
            cancellation
        );

    public Task<DeskResult<int>> RevokeAsync(Actor actor, int previewId, CancellationToken cancellation) =>
        DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is not { } role)
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.PreviewLinks.SingleOrDefaultAsync(l => l.Id == previewId, token) is not { } link)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (!MayRevoke(role, actor.AccountId, link.CreatedById))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (link.RevokedUtc is not null)
                {
                    return new(DeskAnswer.DoneBefore, previewId);
                }

                link.RevokedUtc = Now;
                AuditTrail.Record(context, Now, actor.AccountId, "preview.revoke", Kind, $"{previewId}");
                return new(DeskAnswer.Done, previewId);
            },
            cancellation
        );

    /// <summary>All links, the newest first.</summary>
    public async Task<DeskResult<Listing<HeldPreview>>> ListAsync(Actor actor, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role || role < ReleaseAccess.See)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var (now, self) = (Now, actor.AccountId);
        var total = await context.PreviewLinks.CountAsync(cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var lines = await context
            .PreviewLinks.OrderByDescending(l => l.Id)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(l => new
            {
                Link = l,
                Release = context.Set<Release>().Where(r => r.Id == l.ReleaseId).Select(r => r.Name).FirstOrDefault(),
                Author = context.Set<Account>().Where(a => a.Id == l.CreatedById).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return new(
            DeskAnswer.Done,
            new Listing<HeldPreview>(
                [
                    .. lines.Select(l => new HeldPreview(
                        l.Link.Id,
                        l.Link.Note,
                        l.Link.AtUtc,
                        l.Link.ReleaseId,
                        l.Release,
                        l.Author ?? "",
                        l.Link.CreatedUtc,
                        l.Link.ExpiresUtc,
                        l.Link.RevokedUtc,
                        l.Link.RevokedUtc is null && l.Link.ExpiresUtc > now,
                        MayRevoke(role, self, l.Link.CreatedById)
                    )),
                ],
                total,
                shown.Page,
                shown.Pages
            )
        );
    }

    /// <summary>What a link shows; null where it opens nothing, whatever the reason.</summary>
    public async Task<OpenPreview?> FindAsync(string? secret, CancellationToken cancellation)
    {
        if (TicketToken.Parse(secret) is not { } token)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (hash, now) = (token.Hash(), Now);
        return await context
            .PreviewLinks.Where(l => l.TokenHash == hash && l.RevokedUtc == null && l.ExpiresUtc > now)
            .Select(l => new OpenPreview(l.AtUtc, l.ReleaseId))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Deletes links that have been over for their time, as links to drafts; tells how many.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var limit = Now.AddMonths(-ShareDesk.KeptMonths);
        return await context.PreviewLinks.Where(l => l.ExpiresUtc < limit || l.RevokedUtc < limit).ExecuteDeleteAsync(cancellation);
    }

    private static bool MayRevoke(AccountRole role, Guid accountId, Guid maker) => role >= AccountRole.Administrator || accountId == maker;
}
